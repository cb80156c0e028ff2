import type { ItemCategory, PaymentKind, SiteKind } from "#db/vocabulary";
import type { PublicCount } from "../small-number.ts";

/**
 * A line of 捐赠款物分配使用公示表: one line of a delivery that was sent, or one payment. What was called off, taken back or
 * sent back by a site is a line of its own with negative numbers. Quantities in base units, values in fen. The receiver is named by post only.
 */
export interface DistributionRow {
  n: number;
  kind: "goods" | PaymentKind;
  /** Civil date: sent or paid. */
  on: string;
  number: string;
  /** The delivery of which this came back; null for everything else. */
  returnOf: string | null;
  /** The delivery of which this was missing, or thought to be spoilt, and turned up in a warehouse. */
  foundOf: string | null;
  organization: string;
  /** The gifts it came from. */
  giftNumbers: string[];
  item: string | null;
  category: ItemCategory | null;
  specification: string | null;
  unit: string | null;
  quantity: bigint | null;
  valueFen: bigint;
  /** A site, or who was paid; null when the payee is not plainly a body. */
  receiver: string | null;
  township: string | null;
  siteKind: SiteKind | null;
  /** On a delivery's first line only, so that a column adds up; few are not told apart. */
  households: PublicCount | null;
  people: PublicCount | null;
  good: bigint | null;
  short: bigint;
  damaged: bigint;
  extra: bigint;
  confirmedAt: Date | null;
  receiverPost: string | null;
  /** A payment's purpose, or what the donors of the goods asked for. */
  purpose: string | null;
  restricted: "all" | "part" | "none";
  /** What is left of the item right after. */
  stockAfter: bigint | null;
  takenBack: boolean;
}

export interface DistributionTotals {
  rows: number;
  moneyFen: bigint;
  goodsFen: bigint;
}

export const noDistributions: DistributionTotals = { rows: 0, moneyFen: 0n, goodsFen: 0n };

export function addDistributions(
  totals: DistributionTotals,
  rows: readonly DistributionRow[],
): DistributionTotals {
  const sum = { ...totals };
  for (const row of rows) {
    sum.rows += 1;
    if (row.kind === "goods") sum.goodsFen += row.valueFen;
    else sum.moneyFen += row.valueFen;
  }
  return sum;
}

const body =
  /公司|供应商|经营部|商贸|商行|商店|超市|酒店|药房|基金|协会|商会|学会|促进会|联合会|中心|学校|大学|医院|银行|集团|工厂|厂$|居委|村委|街道|镇$|政府|局$|委员会|服务社|社$|队$|ltd|inc|co\.|llc|fund|foundation|association|hospital|center|centre/i;

/** A payee's name as the public may read it: bodies by name, a person never. */
export const publicPayee = (name: string): string | null => (body.test(name) ? name : null);

/**
 * The post of whoever signed, never the name: the post as given, else the one a name ends with ("刘书记" reads 书记).
 */
export const publicPost = (post: string | null, name: string | null): string | null =>
  post ??
  /(书记|主任|护士长|护士|院长|站长|队长|组长|楼长|经理|干事|社工|志愿者|老师|医生)$/.exec(name ?? "")?.[0] ??
  null;
