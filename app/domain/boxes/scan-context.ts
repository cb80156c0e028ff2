import type { ScanAct } from "./scan-act.ts";
import type { Saying } from "./saying.ts";

export const scanModes = ["receive", "putAway", "pick", "load", "count"] as const;
export type ScanMode = (typeof scanModes)[number];

/** What the person with the phone is doing: it decides what a scan means. Lots are meant by asset, places by account. */
export interface ScanContext {
  mode: ScanMode;
  consignmentId: string | null;
  /** The consignment's line a box is counted as; null until somebody says what is in the boxes. */
  line: number | "unknown" | null;
  /** Base units in each box of that line. */
  perBox: string | null;
  /** Where boxes go that are scanned now. */
  bin: string | null;
  pallet: string | null;
  /** Codes of boxes in the hand: the next bin or pallet is where they go. */
  held: string[];
  deliveryId: string | null;
  count: BinCount | null;
}

/** A bin while it is counted: nothing of it is sent before the whole bin is. */
export interface BinCount {
  stocktakeId: string;
  account: string;
  /** The state the bin was in when its count began. */
  since: string;
  codes: string[];
  /** Pieces outside of boxes, by asset. */
  loose: Record<string, string>;
}

export const startOf = (mode: ScanMode): ScanContext => ({
  mode,
  consignmentId: null,
  line: null,
  perBox: null,
  bin: null,
  pallet: null,
  held: [],
  deliveryId: null,
  count: null,
});

/** Goods as the screen shows them beside a verdict. */
export interface ScanGoods {
  item: string;
  unit: string;
  packName: string | null;
  packSize: string | null;
  quantity: string;
  lotNumber: string | null;
  expiresOn: string | null;
}

/**
 * What the phone says to a scan. `right` has acts to keep and send; `context` only changes what the next scan means;
 * `wrong` and `already` change nothing; `choose` asks, and each answer is a verdict of its own.
 */
export type Verdict =
  | { kind: "right"; says: Saying; code: string; goods: ScanGoods[]; acts: ScanAct[]; context: ScanContext }
  | { kind: "context"; says: Saying; context: ScanContext }
  | { kind: "wrong"; says: Saying; code?: string; goods?: ScanGoods[] }
  | { kind: "already"; says: Saying }
  | { kind: "choose"; says: Saying; goods: ScanGoods[]; options: ScanOption[] };

export interface ScanOption {
  says: Saying;
  /** Null: leave it, nothing happens. */
  then: Verdict | null;
}
