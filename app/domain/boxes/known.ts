import type {
  ScanBin,
  ScanConsignment,
  ScanData,
  ScanDelivery,
  ScanElsewhere,
  ScanLot,
  ScanStocktake,
} from "./scan-data.ts";

/** A box as the phone works with it: everything by its own id, so that it outlives the list it came in. */
export interface KnownBox {
  code: string;
  kind: "box" | "pallet";
  at: string;
  in: { asset: string; quantity: string }[];
  consignmentId?: string;
  line?: number;
  counted?: string;
  deliveryId?: string;
  loaded?: true;
  pallet?: string;
  empty?: true;
}

export interface KnownDelivery extends Omit<ScanDelivery, "picks"> {
  picks: KnownPick[];
}

export interface KnownPick {
  n: number;
  asset: string;
  from: string;
  quantity: string;
  taken: string;
}

/** What the phone knows, by what a scan can name. Acts change it in place (`apply`). */
export interface Known {
  data: ScanData;
  boxes: Map<string, KnownBox>;
  blank: Set<string>;
  revoked: Map<string, string | null>;
  elsewhere: Map<string, ScanElsewhere>;
  lots: Map<string, ScanLot>;
  lotByCode: Map<string, ScanLot>;
  binByCode: Map<string, ScanBin>;
  binByAccount: Map<string, ScanBin>;
  binById: Map<string, ScanBin>;
  consignments: Map<string, ScanConsignment>;
  deliveries: Map<string, KnownDelivery>;
  deliveryByCode: Map<string, KnownDelivery>;
  stocktakes: Map<string, ScanStocktake>;
  barcodes: Map<string, ScanData["barcodes"][number]>;
  /** How many boxes stand in a place. */
  boxesAt: Map<string, number>;
}

/** Makes a list that came from the server, or from the phone's own store, ready to be asked by code. */
export function known(data: ScanData): Known {
  const deliveries = data.deliveries.map((delivery) => knownDelivery(data, delivery));
  const made: Known = {
    data,
    boxes: new Map(),
    blank: new Set(data.blank),
    revoked: new Map(data.revoked.map(({ code, by }) => [code, by])),
    elsewhere: new Map(data.elsewhere.flatMap((place) => place.codes.map((code) => [code, place]))),
    lots: new Map(data.lots.map((lot) => [lot.asset, lot])),
    lotByCode: new Map(data.lots.flatMap((lot) => (lot.code === null ? [] : [[lot.code, lot]]))),
    binByCode: new Map(data.bins.flatMap((bin) => (bin.code === null ? [] : [[bin.code, bin]]))),
    binByAccount: new Map(data.bins.map((bin) => [bin.account, bin])),
    binById: new Map(data.bins.map((bin) => [bin.id, bin])),
    consignments: new Map(data.consignments.map((each) => [each.id, structuredClone(each)])),
    deliveries: new Map(deliveries.map((delivery) => [delivery.id, delivery])),
    deliveryByCode: new Map(deliveries.map((delivery) => [delivery.code, delivery])),
    stocktakes: new Map(data.stocktakes.map((each) => [each.id, structuredClone(each)])),
    barcodes: new Map(data.barcodes.map((barcode) => [barcode.gtin, barcode])),
    boxesAt: new Map(),
  };
  for (const { consignment, delivery, ...box } of data.boxes) {
    const standing: KnownBox = {
      ...box,
      in: box.in.map(({ lot, quantity }) => ({ asset: data.lots[lot]!.asset, quantity })),
      ...(consignment !== undefined && { consignmentId: data.consignments[consignment]!.id }),
      ...(delivery !== undefined && { deliveryId: data.deliveries[delivery]!.id }),
    };
    putBox(made, standing);
  }
  return made;
}

const knownDelivery = (data: ScanData, { picks, ...delivery }: ScanDelivery): KnownDelivery => ({
  ...delivery,
  picks: picks.map(({ lot, ...pick }) => ({ ...pick, asset: data.lots[lot]!.asset })),
});

/** Adds a box, or puts it in the place of the one with its code; places keep count. */
export function putBox(made: Known, box: KnownBox): void {
  dropBox(made, box.code);
  made.boxes.set(box.code, box);
  if (!box.empty) countAt(made, box.at, 1);
}

export function dropBox(made: Known, code: string): void {
  const was = made.boxes.get(code);
  if (!was) return;
  made.boxes.delete(code);
  if (!was.empty) countAt(made, was.at, -1);
}

const countAt = (made: Known, account: string, by: 1 | -1) =>
  made.boxesAt.set(account, (made.boxesAt.get(account) ?? 0) + by);

/** What stands on a pallet. */
export function onPallet(made: Known, pallet: string): KnownBox[] {
  return [...made.boxes.values()].filter((box) => box.pallet === pallet);
}

/** A place in words: the bin's name, or the key of a standing place. */
export type PlaceName = { bin: string } | { standing: "dock" | "staging" | "quarantine" | "gone" };

export function placeName({ data, binByAccount }: Known, account: string): PlaceName {
  const bin = binByAccount.get(account);
  if (bin) return { bin: bin.name };
  const { dock, staging, quarantine } = data.warehouse;
  if (account === dock) return { standing: "dock" };
  if (account === staging) return { standing: "staging" };
  return { standing: account === quarantine ? "quarantine" : "gone" };
}

export const leftOf = (pick: KnownPick): bigint => BigInt(pick.quantity) - BigInt(pick.taken);
