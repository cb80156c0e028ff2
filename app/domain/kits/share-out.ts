import { shareOfValue } from "../money.ts";

/** Parts `valueFen` in the proportion of `weights`, whose sum it never exceeds; no share exceeds its weight. */
export function shareOut(valueFen: bigint, weights: readonly bigint[]): bigint[] {
  let [left, rest] = [valueFen, weights.reduce((sum, weight) => sum + weight, 0n)];
  return weights.map((weight) => {
    const share = rest === 0n ? 0n : shareOfValue(left, rest, weight);
    left -= share;
    rest -= weight;
    return share;
  });
}
