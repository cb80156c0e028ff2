import type { DifferenceReason } from "#db/vocabulary";
import { shareOfValue } from "../money.ts";

/** A line as it was sent, with the lots it was picked from. Base units and fen. */
export interface SentLine {
  n: number;
  quantity: bigint;
  picks: readonly { n: number; asset: bigint; quantity: bigint; valueFen: bigint }[];
}

/** A line as it was counted at the door. */
export interface Count {
  good: bigint;
  damaged: bigint;
  reason: DifferenceReason | null;
  remark: string | null;
}

/** good + short + damaged = sent; extra came on top and is recorded, never posted: nobody knows whose it is. */
export interface Settlement {
  n: number;
  good: bigint;
  short: bigint;
  damaged: bigint;
  extra: bigint;
  reason: DifferenceReason | null;
  remark: string | null;
  /** Of each pick: what arrived good and its value; the rest is disputed. */
  picks: {
    n: number;
    asset: bigint;
    good: bigint;
    goodValueFen: bigint;
    missing: bigint;
    missingValueFen: bigint;
  }[];
}

export type Verdict = { ok: true; settlement: Settlement } | { ok: false; field: string; message: string };

/** What a count means for a line. Without a count the line was all there. A difference needs a reason. */
export function settle(line: SentLine, count: Count | undefined): Verdict {
  const damaged = count?.damaged ?? 0n;
  const good = count?.good ?? line.quantity;
  if (damaged > line.quantity) return { ok: false, field: "damaged", message: "more_damaged_than_sent" };
  const arrived = good + damaged;
  const extra = arrived > line.quantity ? arrived - line.quantity : 0n;
  const short = arrived < line.quantity ? line.quantity - arrived : 0n;
  const goodOfSent = good - extra;
  const differs = short + damaged + extra > 0n;
  if (differs && !count?.reason) return { ok: false, field: "reason", message: "reason_missing" };
  return {
    ok: true,
    settlement: {
      n: line.n,
      good: goodOfSent,
      short,
      damaged,
      extra,
      reason: differs ? (count?.reason ?? null) : null,
      remark: count?.remark ?? null,
      picks: fill(line, goodOfSent),
    },
  };
}

/** What arrived fills the picks in the order they were made; what is missing falls on the last. */
function fill(line: SentLine, goodOfLine: bigint): Settlement["picks"] {
  let left = goodOfLine;
  return line.picks.map(({ n, asset, quantity, valueFen }) => {
    const good = quantity < left ? quantity : left;
    left -= good;
    const goodValueFen = shareOfValue(valueFen, quantity, good);
    return {
      n,
      asset,
      good,
      goodValueFen,
      missing: quantity - good,
      missingValueFen: valueFen - goodValueFen,
    };
  });
}
