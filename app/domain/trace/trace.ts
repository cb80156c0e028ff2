import type {
  CaseDecision,
  CaseKind,
  DeliveryStatus,
  GiftKind,
  PaymentKind,
  ValueBasis,
} from "#db/vocabulary";
import type { PublicPhoto } from "../photos/list-public.server.ts";
import type { PledgeState } from "../pledges/state.ts";
import type { Pack } from "../quantity.ts";
import type { Stages, Station } from "./stage.ts";

/** What the donor of one gift, or of one promise, reads: everything from the promise to the door. */
export interface Trace {
  code: string;
  asOf: Date;
  organization: string;
  hotline: string | null;
  /** Null: the donor did not agree to be named, and whoever holds the link may not be the donor. */
  donor: string | null;
  promise: TracedPromise | null;
  /** The gift of the code; for a promise all that came of it. */
  gifts: TracedGift[];
  questions: TracedQuestion[];
}

/** Civil dates; money in fen. */
export interface TracedPromise {
  number: string;
  kind: GiftKind;
  pledgedOn: string;
  dueOn: string | null;
  state: PledgeState;
  restriction: string | null;
  amountFen: bigint | null;
  receivedFen: bigint;
  lines: { item: string; unit: string; pack: Pack | undefined; promised: bigint; received: bigint }[];
}

export interface TracedGift {
  id: string;
  number: string;
  kind: GiftKind;
  receivedOn: string;
  warehouse: string | null;
  restriction: string | null;
  /** Written down by mistake, and corrected: it counts nowhere. */
  takenBack: boolean;
  /** Its place in the public log; null before it is there. */
  logIndex: number | null;
  photos: PublicPhoto[];
  lots: TracedLot[];
  /** When its goods first came to each station; null: none has. */
  firstAt: Record<Station, Date | null>;
  drops: Drop[];
  cases: TracedCase[];
  money: Pool | null;
}

/** One lot of a gift. All stages together are what was given, kits included. */
export interface TracedLot {
  assetId: string;
  item: string;
  unit: string;
  pack: Pack | undefined;
  specification: string | null;
  lotNumber: string | null;
  expiresOn: string | null;
  given: bigint;
  stages: Stages;
  /** Of what is still in a warehouse or on its way: inside kits. */
  inKits: bigint;
  valueFen: bigint;
  valueBasis: ValueBasis;
}

/** A delivery that carries or carried goods of the gift. The site is a public body's door; of who signed, the post. */
export interface Drop {
  id: string;
  number: string;
  status: DeliveryStatus;
  township: string;
  site: string;
  plannedOn: string;
  dispatchedAt: Date | null;
  /** When the vehicle should be there. */
  arrivesAt: Date | null;
  confirmedAt: Date | null;
  receiverPost: string | null;
  lines: DropLine[];
  photos: PublicPhoto[];
}

/** Base units of the gift. `good` is what was signed for in good state, `handedOn` of it what went on to people. */
export interface DropLine {
  item: string;
  unit: string;
  pack: Pack | undefined;
  quantity: bigint;
  good: bigint;
  handedOn: bigint;
}

/** A difference that touches the gift. */
export interface TracedCase {
  id: string;
  number: string;
  kind: CaseKind;
  deliveryId: string | null;
  item: string;
  unit: string;
  /** Base units of the gift. */
  quantity: bigint;
  openedAt: Date;
  dueOn: string;
  decision: CaseDecision | null;
  decidedAt: Date | null;
  closedAt: Date | null;
  /** The delivery that took its place. */
  replacement: { number: string; status: DeliveryStatus; confirmedAt: Date | null } | null;
}

/** Money of one use, spent together. `usedFen + leftFen` is the gift. */
export interface Pool {
  amountFen: bigint;
  receivedFen: bigint;
  spentFen: bigint;
  gifts: number;
  usedFen: bigint;
  leftFen: bigint;
  payments: PoolPayment[];
  paymentsTotal: number;
}

export interface PoolPayment {
  number: string;
  kind: PaymentKind;
  purpose: string;
  /** Null when the payee is not plainly a body. */
  payee: string | null;
  paidOn: string;
  amountFen: bigint;
  /** The gift's part by its share of the pool, rounded. */
  shareFen: bigint;
}

/** Null: nobody answered yet. */
export interface TracedQuestion {
  id: string;
  question: string;
  askedAt: Date;
  /** Ten working days. Civil date. */
  answerBy: string;
  answer: string | null;
  answeredAt: Date | null;
}
