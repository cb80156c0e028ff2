import type { ItemCategory } from "#db/vocabulary";

/** 上期结存 + 本期接收 + 组包拆包 − 本期发放 − 损耗 = 期末结存, of one measure: fen, or base units. */
export interface Flow {
  opening: bigint;
  received: bigint;
  /** Kits made, less kits taken apart; components the other way round. */
  converted: bigint;
  out: bigint;
  lost: bigint;
  closing: bigint;
}

/** A subject of 收支结存汇总表, split by 定向/非定向. */
export interface BalanceRow {
  /** Null: money. */
  item: { name: string; unit: string; category: ItemCategory } | null;
  restricted: boolean;
  /** Base units; null for money. */
  quantity: Flow | null;
  /** Fen; unvalued lots carry nothing. */
  value: Flow;
}

export interface BalanceSheet {
  money: BalanceRow[];
  goods: BalanceRow[];
  moneyTotal: Flow;
  goodsTotal: Flow;
}

export const noFlow: Flow = { opening: 0n, received: 0n, converted: 0n, out: 0n, lost: 0n, closing: 0n };

/** By how much a flow does not add up; 0n when it does. */
export const differenceOf = ({ opening, received, converted, out, lost, closing }: Flow): bigint =>
  opening + received + converted - out - lost - closing;

export const addFlows = (flows: readonly Flow[]): Flow =>
  flows.reduce(
    (sum, flow) => ({
      opening: sum.opening + flow.opening,
      received: sum.received + flow.received,
      converted: sum.converted + flow.converted,
      out: sum.out + flow.out,
      lost: sum.lost + flow.lost,
      closing: sum.closing + flow.closing,
    }),
    noFlow,
  );

/** Whether any kit was put together or taken apart in the period. */
export const hasConversions = ({ goods }: Pick<BalanceSheet, "goods">): boolean =>
  goods.some(({ quantity, value }) => value.converted !== 0n || (quantity?.converted ?? 0n) !== 0n);

/**
 * The fen by which rows do not add up, in sum of sizes; a row off in quantity alone counts as at least one fen.
 * Null when every row holds.
 */
export function imbalanceOf(rows: readonly BalanceRow[]): bigint | null {
  let off = 0n;
  for (const { quantity, value } of rows) {
    const fen = size(differenceOf(value));
    const units = quantity === null ? 0n : size(differenceOf(quantity));
    off += fen > 0n || units === 0n ? fen : 1n;
  }
  return off === 0n ? null : off;
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
