import { loadOf } from "./judge-load.ts";
import {
  type Known,
  type KnownDelivery,
  type KnownPick,
  leftOf,
  placeName,
  type PlaceName,
} from "./known.ts";
import type { ScanContext } from "./scan-context.ts";
import type { ScanConsignment, ScanStocktake } from "./scan-data.ts";

/** How far the work at hand is; `of` is null where nobody may know yet (a blind count) or nobody said. */
export type ScanProgress =
  | { kind: "none" }
  | { kind: "receive"; consignment: ScanConsignment; done: number; of: number | null }
  | { kind: "putAway"; place: PlaceName | null; pallet: string | null; left: number }
  | { kind: "pick"; delivery: KnownDelivery; next: NextPick | null; done: number; of: number }
  | { kind: "load"; delivery: KnownDelivery; done: number; of: number }
  | { kind: "count"; stocktake: ScanStocktake; place: PlaceName; done: number; of: number | null };

export interface NextPick {
  place: PlaceName;
  item: string;
  expiresOn: string | null;
  /** Base units that are still to be taken there. */
  left: bigint;
  unit: string;
}

export function progressOf(known: Known, context: ScanContext): ScanProgress {
  const delivery = known.deliveries.get(context.deliveryId ?? "");
  switch (context.mode) {
    case "receive": {
      const consignment = known.consignments.get(context.consignmentId ?? "");
      if (!consignment) return { kind: "none" };
      return { kind: "receive", consignment, done: consignment.boxes, of: consignment.expectedBoxes };
    }
    case "putAway":
      return {
        kind: "putAway",
        place: context.bin === null ? null : placeName(known, context.bin),
        pallet: context.pallet,
        left: known.boxesAt.get(known.data.warehouse.dock) ?? 0,
      };
    case "pick":
      if (!delivery) return { kind: "none" };
      return { kind: "pick", delivery, next: nextPick(known, delivery), ...packsOf(known, delivery) };
    case "load": {
      if (!delivery) return { kind: "none" };
      const { loaded, picked } = loadOf(known, delivery);
      return { kind: "load", delivery, done: loaded, of: picked };
    }
    case "count": {
      const stocktake = known.stocktakes.get(context.count?.stocktakeId ?? "");
      if (!stocktake || !context.count) return { kind: "none" };
      const { account, codes } = context.count;
      const of = stocktake.blind ? null : (known.boxesAt.get(account) ?? 0);
      return { kind: "count", stocktake, place: placeName(known, account), done: codes.length, of };
    }
  }
}

/** Where to go next: what expires first among what is still to be taken. */
function nextPick(known: Known, delivery: KnownDelivery): NextPick | null {
  const [pick] = delivery.picks
    .filter((each) => leftOf(each) > 0n)
    .sort((a, b) => (expiry(known, a) < expiry(known, b) ? -1 : 1));
  const lot = known.lots.get(pick?.asset ?? "");
  if (!pick || !lot) return null;
  const { item, unit, expiresOn } = lot;
  return { place: placeName(known, pick.from), item, unit, expiresOn, left: leftOf(pick) };
}

const expiry = (known: Known, { asset }: KnownPick): string => known.lots.get(asset)?.expiresOn ?? "9999";

/** In packs, begun ones as whole; a lot without a pack counts as one. */
function packsOf(known: Known, delivery: KnownDelivery): { done: number; of: number } {
  let done = 0;
  let of = 0;
  for (const pick of delivery.picks) {
    const size = BigInt(known.lots.get(pick.asset)?.packSize ?? pick.quantity);
    const packs = (quantity: bigint) => Number((quantity + size - 1n) / size);
    of += packs(BigInt(pick.quantity));
    done += packs(BigInt(pick.quantity)) - packs(leftOf(pick));
  }
  return { done, of };
}
