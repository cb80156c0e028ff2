import type { Destination, Restriction } from "../places/restriction.ts";

/**
 * What a phone must know to judge a scan without the network: one warehouse, as of one moment. Quantities are base
 * units as text, accounts and assets as the journal counts them; lists are referred to by position where that saves
 * bytes, since a warehouse may hold a hundred thousand boxes.
 */
export interface ScanData {
  /** ISO instant of the server's clock. */
  asOf: string;
  /** The civil date in Shanghai, by which lots expire. */
  today: string;
  responseId: string;
  warehouse: { id: string; name: string; dock: string; staging: string; quarantine: string };
  bins: ScanBin[];
  lots: ScanLot[];
  boxes: ScanBox[];
  /** Codes of labels that were printed and are not stuck on anything yet. */
  blank: string[];
  /** Codes that no longer count, and what replaced them. */
  revoked: { code: string; by: string | null }[];
  /** Codes of boxes and blank labels that belong elsewhere: to another warehouse, or to another emergency. */
  elsewhere: ScanElsewhere[];
  consignments: ScanConsignment[];
  deliveries: ScanDelivery[];
  stocktakes: ScanStocktake[];
  /** GTIN (14 digits) → an item and the base units of the pack that carries it. */
  barcodes: { gtin: string; itemId: string; item: string; unit: string; packSize: string }[];
}

export interface ScanBin {
  id: string;
  name: string;
  account: string;
  /** Null until a label was printed for it. */
  code: string | null;
}

export interface ScanElsewhere {
  kind: "warehouse" | "response";
  name: string;
  codes: string[];
}

export interface ScanLot {
  asset: string;
  /** The lot's own label, when one was printed. */
  code: string | null;
  itemId: string;
  item: string;
  unit: string;
  packName: string | null;
  packSize: string | null;
  lotNumber: string | null;
  expiresOn: string | null;
  /** In the donor's words: "只给航头镇". */
  restriction: string | null;
  /** Whom it may go to; null: anybody. */
  only: Restriction | null;
}

/** A box as a tuple of short names: `lot` and `delivery` are positions in `lots` and `deliveries`. */
export interface ScanBox {
  code: string;
  kind: "box" | "pallet";
  /** Where it stands. */
  at: string;
  /** What is in it; empty for an unknown box. */
  in: { lot: number; quantity: string }[];
  /** Position in `consignments` while that is being counted, and the line it was counted as. */
  consignment?: number;
  line?: number;
  counted?: string;
  delivery?: number;
  loaded?: true;
  pallet?: string;
  /** Emptied: nothing may be done with it. */
  empty?: true;
}

export interface ScanConsignment {
  id: string;
  number: string;
  donor: string | null;
  expectedBoxes: number | null;
  /** Boxes received so far, unknown ones included. */
  boxes: number;
  lines: {
    n: number;
    itemId: string | null;
    item: string;
    unit: string;
    packName: string | null;
    packSize: string | null;
    expected: string | null;
    counted: string;
    lotNumber: string | null;
    expiresOn: string | null;
  }[];
}

export interface ScanDelivery {
  id: string;
  number: string;
  /** The delivery label's code. */
  code: string;
  site: string;
  township: string;
  to: Destination;
  boxes: number;
  /** Somebody takes its goods off the shelves. */
  picking: boolean;
  /** Off the shelves as a whole: what is left is loading. */
  picked: boolean;
  picks: {
    n: number;
    /** Position in `lots`. */
    lot: number;
    from: string;
    quantity: string;
    /** Base units already taken. */
    taken: string;
  }[];
}

export interface ScanStocktake {
  id: string;
  number: string;
  blind: boolean;
  /** Accounts of the bins still to be counted, and those that were. */
  open: string[];
  counted: string[];
  /** The state each of them was in, by account: what a count is sent with. */
  since: Record<string, string>;
}
