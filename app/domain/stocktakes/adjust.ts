import type { LossReason } from "#db/vocabulary";
import { shareOfValue } from "../money.ts";

/** A line of a stocktake that differs. Quantities in base units, values in fen. */
export interface Difference {
  account: bigint;
  asset: bigint;
  expected: bigint;
  counted: bigint;
  reason: LossReason;
  /** What the place holds of the lot now, by the books. */
  held: { amount: bigint; valueFen: bigint };
  /** The whole lot as it came. */
  lot: { quantity: bigint; valueFen: bigint };
}

export interface Adjustment {
  from: bigint;
  to: bigint;
  asset: bigint;
  amount: bigint;
  valueFen: bigint;
}

/**
 * The leg that brings a place to what was counted: the missing goods to the loss account of their reason, what was
 * found back from it. Goods and value that moved in between are kept, since only the difference moves. Goods found are
 * worth per unit what the lot is worth there now, or was worth when it came; an unvalued lot stays without value.
 *
 * Throws a RangeError when more is missing than the place holds: the caller refuses that first.
 */
export function adjustmentOf(difference: Difference, loss: ReadonlyMap<LossReason, bigint>): Adjustment {
  const { account, asset, expected, counted, held, reason } = difference;
  const lossAccount = loss.get(reason);
  if (lossAccount === undefined) throw new RangeError(`no loss account for ${reason}`);
  if (counted < expected) {
    const amount = expected - counted;
    const valueFen = shareOfValue(held.valueFen, held.amount, amount);
    return { from: account, to: lossAccount, asset, amount, valueFen };
  }
  const amount = counted - expected;
  return { from: lossAccount, to: account, asset, amount, valueFen: valueOfFound(difference, amount) };
}

function valueOfFound({ held, lot }: Difference, amount: bigint): bigint {
  const basis = held.amount > 0n ? held : { amount: lot.quantity, valueFen: lot.valueFen };
  return (basis.valueFen * amount) / basis.amount;
}
