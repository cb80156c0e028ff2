import type { DifferenceReason } from "#db/vocabulary";
import { shareOfValue } from "../money.ts";

/** A line as it was sent, with the lots it was picked from. Base units and fen. */
export interface SentLine {
  n: number;
  quantity: bigint;
  /** What receipts for parts counted so far; both 0 as a rule. */
  came: Came;
  picks: readonly SentPick[];
}

export interface SentPick {
  n: number;
  asset: bigint;
  quantity: bigint;
  valueFen: bigint;
}

/** Of a line: what arrived good, and what arrived damaged. */
export interface Came {
  good: bigint;
  damaged: bigint;
}

/** A line as it was counted at the door: what came this time. */
export interface Count {
  good: bigint;
  damaged: bigint;
  reason: DifferenceReason | null;
  remark: string | null;
}

/**
 * What one signing counts of a line. When it closes the delivery, good + short + damaged = what was still to come;
 * extra came on top and is recorded, never posted: nobody knows whose it is. Of a part nothing is short.
 */
export interface Settlement {
  n: number;
  good: bigint;
  short: bigint;
  damaged: bigint;
  extra: bigint;
  reason: DifferenceReason | null;
  remark: string | null;
  /** Of each pick: what arrived good this time and its value, and what is disputed from now. */
  picks: {
    n: number;
    asset: bigint;
    good: bigint;
    goodValueFen: bigint;
    missing: bigint;
    missingValueFen: bigint;
  }[];
}

export type Verdict =
  | { ok: true; settlement: Settlement }
  | { ok: false; field: "good" | "damaged" | "reason"; message: string }
  | { ok: false; counted: bigint; left: bigint };

/** What is still to come of a line. */
export const leftToCome = ({ quantity, came }: Pick<SentLine, "quantity" | "came">): bigint =>
  quantity - came.good - came.damaged;

/**
 * What a count means for a line when it closes the delivery. Without a count all that was still to come was there. A
 * difference needs a reason.
 */
export function settle(line: SentLine, count: Count | undefined): Verdict {
  const left = leftToCome(line);
  const damaged = count?.damaged ?? 0n;
  const counted = count?.good ?? left;
  if (damaged > left) return { ok: false, field: "damaged", message: "more_damaged_than_sent" };
  const arrived = counted + damaged;
  const extra = arrived > left ? arrived - left : 0n;
  const short = arrived < left ? left - arrived : 0n;
  return settled(line, count, { good: counted - extra, short, damaged, extra });
}

/**
 * What a count means for a line when the rest of the delivery is still to come: only what came is counted, nothing is
 * short. Without a count all of the line was there. More than is still to come is refused.
 */
export function settlePart(line: SentLine, count: Count | undefined): Verdict {
  const left = leftToCome(line);
  const good = count?.good ?? left;
  const damaged = count?.damaged ?? 0n;
  if (good + damaged > left) return { ok: false, counted: good + damaged, left };
  return settled(line, count, { good, short: 0n, damaged, extra: 0n });
}

type Counts = Pick<Settlement, "good" | "short" | "damaged" | "extra">;

function settled(line: SentLine, count: Count | undefined, counts: Counts): Verdict {
  const differs = counts.short + counts.damaged + counts.extra > 0n;
  if (differs && !count?.reason) return { ok: false, field: "reason", message: "reason_missing" };
  return {
    ok: true,
    settlement: {
      n: line.n,
      ...counts,
      reason: differs ? (count?.reason ?? null) : null,
      remark: count?.remark ?? null,
      picks: share(line, afterwards(line, counts)),
    },
  };
}

/** What came of a line, this signing included. What is missing for good is disputed as what is damaged is. */
const afterwards = ({ came }: SentLine, { good, short, damaged }: Counts): Came => ({
  good: came.good + good,
  damaged: came.damaged + damaged + short,
});

/** What came good fills the picks in the order they were made; what is disputed falls on the last. */
function share(line: SentLine, then: Came): Settlement["picks"] {
  const before = fill(line, line.came);
  const after = fill(line, then);
  return line.picks.map(({ n, asset, quantity, valueFen }, i) => {
    const was = before[i]!;
    const is = after[i]!;
    const upTo = (part: bigint) => shareOfValue(valueFen, quantity, part);
    return {
      n,
      asset,
      good: is.good - was.good,
      goodValueFen: upTo(is.good) - upTo(was.good),
      missing: is.damaged - was.damaged,
      missingValueFen: upTo(quantity - was.damaged) - upTo(quantity - is.damaged),
    };
  });
}

/** Of each pick what is still on the road, in base units and fen: what goes back when the delivery is called off. */
export function onTheRoad(line: SentLine): { n: number; quantity: bigint; valueFen: bigint }[] {
  const came = fill(line, line.came);
  return line.picks.map(({ n, quantity, valueFen }, i) => {
    const { good, damaged } = came[i]!;
    const upTo = (part: bigint) => shareOfValue(valueFen, quantity, part);
    return { n, quantity: quantity - good - damaged, valueFen: upTo(quantity - damaged) - upTo(good) };
  });
}

/** How what came of a line is spread over its picks: the good from the first on, the damaged from the last back. */
function fill({ picks }: SentLine, { good, damaged }: Came): Came[] {
  let goodLeft = good;
  const filled = picks.map(({ quantity }) => {
    const here = quantity < goodLeft ? quantity : goodLeft;
    goodLeft -= here;
    return { good: here, damaged: 0n };
  });
  let damagedLeft = damaged;
  for (let i = picks.length - 1; i >= 0; i -= 1) {
    const room = picks[i]!.quantity - filled[i]!.good;
    const here = room < damagedLeft ? room : damagedLeft;
    damagedLeft -= here;
    filled[i]!.damaged = here;
  }
  return filled;
}
