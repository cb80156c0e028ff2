import type { DeliveryStatus, GiftKind, PaymentKind } from "#db/vocabulary";
import type { PublicCount } from "../small-number.ts";

/** What the public may know of one document. No person is named but a donor who agreed; null as a donor is 匿名. */
export type Found = FoundDelivery | FoundGift | FoundPledge | FoundPayment | FoundHandOver;

interface Document {
  number: string;
  organization: string;
}

export interface FoundDelivery extends Document {
  kind: "delivery";
  status: DeliveryStatus;
  township: string;
  site: string;
  plannedOn: string;
  dispatchedAt: Date | null;
  confirmedAt: Date | null;
  cancelledAt: Date | null;
  receiverPost: string | null;
  handedOn: string | null;
  households: PublicCount;
  people: PublicCount;
  lines: {
    item: string;
    unit: string;
    quantity: bigint;
    /** Null before it was counted. */
    good: bigint | null;
    short: bigint;
    damaged: bigint;
  }[];
}

export interface FoundGift extends Document {
  kind: "gift";
  of: GiftKind;
  donor: string | null;
  receivedOn: string;
  amountFen: bigint | null;
  restriction: string | null;
  takenBack: boolean;
  /** Where each lot is: received = in store + on the road + signed for + disputed + lost. Base units. */
  lots: {
    item: string;
    unit: string;
    received: bigint;
    stock: bigint;
    road: bigint;
    signed: bigint;
    disputed: bigint;
    lost: bigint;
    townships: { name: string; quantity: bigint }[];
  }[];
}

export interface FoundPledge extends Document {
  kind: "pledge";
  donor: string | null;
  pledgedOn: string;
  amountFen: bigint | null;
  arrivedFen: bigint;
  withdrawn: boolean;
  lines: { item: string; unit: string; quantity: bigint; arrived: bigint }[];
}

export interface FoundPayment extends Document {
  kind: "payment";
  of: PaymentKind;
  /** Null when the payee is not plainly a body. */
  payee: string | null;
  purpose: string;
  paidOn: string;
  amountFen: bigint;
  takenBack: boolean;
}

export interface FoundHandOver extends Document {
  kind: "hand_over";
  deliveryNumber: string;
  handedOn: string;
  households: PublicCount;
  people: PublicCount;
}

/** What was searched and, when nothing was found, the likely slip. */
export interface Search {
  searched: string;
  found: Found[];
  slip: "number" | "code" | "unknown_code" | "other" | null;
  /** The delivery whose label this was before it was replaced. */
  replacedLabelOf: string | null;
}

const prefixes = { RJ: "pledge", SZ: "gift", ZC: "payment", FF: "delivery", RH: "hand_over" } as const;
export type DocumentPrefix = keyof typeof prefixes;

const isPrefix = (text: string): text is DocumentPrefix => text in prefixes;

/**
 * A document number as typed: any case, full-width, hyphens or none, O for 0, I and L for 1, zeros left out. Null when
 * it is not of that form.
 */
export function parseNumber(
  text: string,
): { kind: (typeof prefixes)[DocumentPrefix]; number: string } | null {
  const bare = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}−_]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const match = /^([A-Z]{2})(20\d\d)(\d{1,6})$/.exec(bare);
  const [, prefix = "", year, digits = ""] = match ?? [];
  if (!isPrefix(prefix)) return null;
  return { kind: prefixes[prefix], number: `${prefix}-${year}-${digits.padStart(6, "0")}` };
}
