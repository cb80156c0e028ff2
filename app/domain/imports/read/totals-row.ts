import { readAmount, type MoneyUnit } from "./amount.ts";
import { fold, foldedText, type Cell } from "./cell.ts";
import { yuanText } from "./decimal.ts";
import type { Notice, Problem, TotalReading } from "./reading.ts";

const WORD = "(?:总合计|合计|总计|共计|小计|累计|总额|总数|subtotal|grandtotal|total)";
const TOTAL_LABEL = new RegExp(`^.{0,12}?${WORD}(?:数|数量|金额|额|人民币)?(?:[(:].*|[¥\\d].*)?$`, "i");

/** A row that sums others, as written. */
export interface StatedTotal {
  /** 1-based. */
  row: number;
  column: string | null;
  label: string;
  isSubtotal: boolean;
  /** Null when the row's amount could not be read. */
  fen: bigint | null;
  quantity: bigint | null;
  value: string;
}

/** What one data row adds. */
export interface Counted {
  row: number;
  fen: bigint | null;
  quantity: bigint | null;
  status: "received" | "pledged";
}

/** All the words of a totals row (`合计`, `合 计` beside `含意向`, `3月小计`), or null when it is none. */
export function totalLabel(cells: (Cell | undefined)[]): string | null {
  const filled = cells.filter((cell) => cell !== undefined);
  if (!filled.slice(0, 3).some((cell) => TOTAL_LABEL.test(foldedText(cell)))) return null;
  return filled
    .filter((cell) => typeof cell.raw === "string")
    .map(foldedText)
    .join(" ");
}

/** The amount in the label itself: `合计：4059.19万元`. */
export function amountInLabel(label: string, unit: MoneyUnit): bigint | null {
  const rest = /[:\d¥].*$/
    .exec(label)?.[0]
    .replace(/^[:]/, "")
    .replace(/[。.]$/, "");
  if (!rest) return null;
  const read = readAmount({ raw: rest, isDate: false }, unit);
  return "fen" in read ? read.fen : null;
}

export interface TotalsVerdict {
  problems: Problem[];
  notices: Notice[];
  total?: TotalReading;
}

/**
 * Checks every totals row against the rows it sums: a subtotal those since the totals row before it, a total all
 * rows. A total may leave out pledges when its label does not say otherwise.
 */
export function checkTotals(stated: StatedTotal[], counted: Counted[]): TotalsVerdict {
  const verdict: TotalsVerdict = { problems: [], notices: [] };
  let previousRow = 0;
  stated.forEach((total, index) => {
    const isLast = index === stated.length - 1;
    const before = counted.filter((line) => line.row < total.row);
    const all = isLast || before.length === 0 ? counted : before;
    const segment = all.filter(
      (line) => line.row > previousRow && (before.length === 0 || line.row < total.row),
    );
    checkTotal(total, all, segment, isLast, verdict);
    previousRow = total.row;
  });
  return verdict;
}

function checkTotal(
  total: StatedTotal,
  all: Counted[],
  segment: Counted[],
  isLast: boolean,
  verdict: TotalsVerdict,
): void {
  const place = { row: total.row, column: total.column, field: null };
  const checksQuantity =
    total.quantity !== null && [all, segment].every((lines) => quantityOf(lines) !== total.quantity);
  if (checksQuantity) {
    const computed = String(quantityOf(total.isSubtotal ? segment : all));
    const params = { stated: String(total.quantity), computed, unit: "" };
    verdict.problems.push({
      ...place,
      code: total.isSubtotal ? "subtotal_differs" : "total_differs",
      params,
      value: total.value,
    });
  }
  if (total.fen === null) {
    if (total.quantity === null)
      verdict.notices.push({ ...place, code: "total_not_readable", params: { label: total.label } });
    return;
  }
  const lines = linesOf(total, all, segment, isLast);
  const computed = fenOf(lines ?? (total.isSubtotal ? segment : all));
  const agrees = lines !== null;
  const params = { stated: yuanText(total.fen), computed: yuanText(computed), unit: "元" };
  if (!agrees) {
    const code = total.isSubtotal ? "subtotal_differs" : "total_differs";
    verdict.problems.push({
      ...place,
      code,
      params: { ...params, difference: yuanText(total.fen - computed) },
      value: total.value,
    });
  } else if (total.isSubtotal || (lines === segment && segment.length < all.length && !isLast)) {
    verdict.notices.push({ ...place, code: "subtotal_checked", params });
    return;
  } else {
    const partial = lines.length < all.length && !/到账|已收|入账|意向|认捐/.test(total.label);
    verdict.notices.push({ ...place, code: partial ? "total_excludes_pledges" : "total_checked", params });
  }
  if (!total.isSubtotal) verdict.total = { row: total.row, stated: total.fen, computed, agrees };
}

/** The lines the total truly sums, or null when it sums none of those it may. */
function linesOf(total: StatedTotal, all: Counted[], segment: Counted[], isLast: boolean): Counted[] | null {
  const received = all.filter((line) => line.status === "received");
  const pledged = all.filter((line) => line.status === "pledged");
  const fits = (lines: Counted[]) => fenOf(lines) === total.fen;
  if (total.isSubtotal) return [segment, all].find(fits) ?? null;
  if (/不含|不包括|除意向/.test(total.label)) return fits(received) ? received : null;
  if (/含意向|含未到账|含认捐/.test(total.label)) return fits(all) ? all : null;
  if (/意向|未到账|认捐/.test(total.label)) return fits(pledged) ? pledged : null;
  if (/到账|已收|入账/.test(total.label)) return fits(received) ? received : null;
  return [all, received, ...(isLast ? [] : [segment])].find(fits) ?? null;
}

function fenOf(lines: Counted[]): bigint {
  return lines.reduce((sum, line) => sum + (line.fen ?? 0n), 0n);
}

function quantityOf(lines: Counted[]): bigint {
  return lines.reduce((sum, line) => sum + (line.quantity ?? 0n), 0n);
}

/** Whether a label names a part (小计, 3月合计, 本页合计) and not everything. */
export function isSubtotalLabel(label: string): boolean {
  return /小计|本页|页计|subtotal|^(\d+|[一二三四五六七八九十]+)月|本[月周日]/i.test(fold(label));
}
