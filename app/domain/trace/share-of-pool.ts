/**
 * A gift's part of an amount that its whole pool spent: amount × gift ÷ pool, in fen, rounded half up. A share by
 * arithmetic, not the same banknotes. Throws a RangeError when the gift is not within the pool.
 */
export function shareOfPool(amountFen: bigint, giftFen: bigint, poolFen: bigint): bigint {
  if (poolFen <= 0n || giftFen < 0n || giftFen > poolFen) {
    throw new RangeError(`a gift of ${giftFen} fen is no part of a pool of ${poolFen}`);
  }
  return (amountFen * giftFen * 2n + poolFen) / (poolFen * 2n);
}

/** Hundredths of a percent that a part is of a whole, rounded half up; 0 of nothing. */
export const basisPoints = (part: bigint, whole: bigint): bigint =>
  whole <= 0n ? 0n : (part * 20_000n + whole) / (whole * 2n);

/** "1.33%", "63%": as many of two decimals as say something. */
export function formatShare(part: bigint, whole: bigint): string {
  const points = basisPoints(part, whole);
  const decimals = `${points % 100n}`.padStart(2, "0").replace(/0+$/, "");
  return `${points / 100n}${decimals && `.${decimals}`}%`;
}
