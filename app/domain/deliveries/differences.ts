import type { CaseKind } from "#db/vocabulary";
import type { DisputedLot, Opening } from "../cases/open.server.ts";
import { shareOfValue } from "../money.ts";
import type { Settlement } from "./settle.ts";

interface Difference {
  kind: CaseKind;
  quantity: bigint;
  lots: DisputedLot[];
}

/** The cases to open about a delivery that was signed for: one for each line and kind of difference. */
export function casesOf(
  delivery: { id: string; organizationId: string; responseId: string },
  settled: readonly Settlement[],
): Opening[] {
  const { id: deliveryId, organizationId, responseId } = delivery;
  return settled.flatMap((line) =>
    differencesOf(line).map((difference) => ({
      ...difference,
      organizationId,
      responseId,
      deliveryId,
      lineN: line.n,
      reason: line.reason,
      remark: line.remark,
      report: null,
    })),
  );
}

/**
 * Of a line that is damaged as well as short, what is missing of the picks counts as damaged first and as short after;
 * together the lots are exactly what went to the dispute account. Nothing of it is extra: nobody knows whose that is.
 */
export function differencesOf({ short, damaged, extra, picks }: Settlement): Difference[] {
  const all: Difference[] = [];
  if (short + damaged > 0n) {
    const disputed = picks
      .filter(({ missing }) => missing > 0n)
      .map(({ asset, missing, missingValueFen }) => ({
        asset,
        quantity: missing,
        valueFen: missingValueFen,
      }));
    const [ofDamaged, ofShort] = split(disputed, damaged);
    if (damaged > 0n) all.push({ kind: "damaged", quantity: damaged, lots: byAsset(ofDamaged) });
    if (short > 0n) all.push({ kind: "short", quantity: short, lots: byAsset(ofShort) });
  }
  if (extra > 0n) all.push({ kind: "extra", quantity: extra, lots: [] });
  return all;
}

/** Cuts lots in two after `first` base units, each part with its share of the value. */
function split(lots: readonly DisputedLot[], first: bigint): [DisputedLot[], DisputedLot[]] {
  const parts: [DisputedLot[], DisputedLot[]] = [[], []];
  let left = first;
  for (const { asset, quantity, valueFen } of lots) {
    const here = quantity < left ? quantity : left;
    left -= here;
    const value = shareOfValue(valueFen, quantity, here);
    parts[0].push({ asset, quantity: here, valueFen: value });
    parts[1].push({ asset, quantity: quantity - here, valueFen: valueFen - value });
  }
  return parts;
}

/** Several picks may be of one lot, out of several bins. */
function byAsset(lots: readonly DisputedLot[]): DisputedLot[] {
  const sums = new Map<bigint, DisputedLot>();
  for (const { asset, quantity, valueFen } of lots) {
    if (quantity === 0n) continue;
    const sum = sums.get(asset) ?? { asset, quantity: 0n, valueFen: 0n };
    sums.set(asset, { asset, quantity: sum.quantity + quantity, valueFen: sum.valueFen + valueFen });
  }
  return [...sums.values()];
}
