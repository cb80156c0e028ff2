/** Fen received, spent and left for one purpose, of all organizations together; null is free to use. */
export interface PurposeSum {
  restriction: string | null;
  receivedFen: bigint;
  spentFen: bigint;
  leftFen: bigint;
  lastMovedOn: string | null;
}

/** Adds up funds by purpose, in the order in which purposes first appear. */
export function sumByPurpose(funds: readonly PurposeSum[]): PurposeSum[] {
  const sums = new Map<string | null, PurposeSum>();
  for (const { restriction, receivedFen, spentFen, leftFen, lastMovedOn } of funds) {
    const sum = sums.get(restriction);
    sums.set(restriction, {
      restriction,
      receivedFen: receivedFen + (sum?.receivedFen ?? 0n),
      spentFen: spentFen + (sum?.spentFen ?? 0n),
      leftFen: leftFen + (sum?.leftFen ?? 0n),
      lastMovedOn: later(lastMovedOn, sum?.lastMovedOn ?? null),
    });
  }
  return [...sums.values()];
}

/** Everything together. */
export const sumOfAll = (funds: readonly PurposeSum[]) => ({
  receivedFen: funds.reduce((sum, fund) => sum + fund.receivedFen, 0n),
  spentFen: funds.reduce((sum, fund) => sum + fund.spentFen, 0n),
  leftFen: funds.reduce((sum, fund) => sum + fund.leftFen, 0n),
});

const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;
