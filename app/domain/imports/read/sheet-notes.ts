import { moneyUnitIn, type MoneyUnit } from "./amount.ts";
import { fold, spaced, textOf } from "./cell.ts";
import { civilDate, lastDayOfMonth } from "./date.ts";
import type { Grid } from "./grid.ts";
import type { Period } from "./reading.ts";

/** What titles, notes and footers around a table say about it. */
export interface SheetNotes {
  period?: Period;
  asOf?: string;
  moneyUnit?: MoneyUnit;
  warehouse?: string;
  filer?: string;
}

const FOOTER_ROWS = 12;
const LABEL = String.raw`(?=\s{2,}|\s*(?:金额|计量)?单位\s*[:为]|\s*(?:截止|截至|仓库|填报|填表|制表|日期|负责人|联系)|[;,]|$)`;

/** Reads the rows above a header (all of the sheet when there is none) and the last rows of the sheet. */
export function readSheetNotes(grid: Grid, headerRow: number | null): SheetNotes {
  const above = textsOf(grid, 0, headerRow ?? Math.min(grid.rows.length, FOOTER_ROWS));
  const below = textsOf(grid, Math.max(headerRow ?? 0, grid.rows.length - FOOTER_ROWS), grid.rows.length);
  const footers = below.filter((text) => /单位|注:|说明:|截止|截至/.test(text));
  const notes = [...above, ...footers];
  const found: SheetNotes = {};
  for (const text of notes) {
    found.asOf ??= asOfIn(text);
    found.moneyUnit ??= sheetMoneyUnit(text);
    found.warehouse ??= labelled(text, "仓库(?:名称)?|库房|储备库|存放地点|仓储地点|存放仓库");
    found.filer ??= labelled(text, "(?:填报|填表|报送|编制|制表|登记|上报)(?:单位|机构|部门)");
  }
  for (const text of [...above, grid.name]) found.period ??= periodIn(text);
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function textsOf(grid: Grid, from: number, to: number): string[] {
  return grid.rows
    .slice(from, to)
    .flat()
    .filter((cell) => typeof cell?.raw === "string")
    .map((cell) => (typeof cell?.raw === "string" ? spacedKeepingGaps(cell.raw) : textOf(cell)));
}

/** NFKC, with gaps of several blanks kept: they separate notes written in one cell. */
function spacedKeepingGaps(text: string): string {
  return text
    .split(/[\s\u3000]{2,}/)
    .map(spaced)
    .join("  ");
}

function labelled(text: string, label: string): string | undefined {
  return new RegExp(`(?:${label})\\s*[::]\\s*(.+?)${LABEL}`).exec(text)?.[1]?.trim() || undefined;
}

function sheetMoneyUnit(text: string): MoneyUnit | undefined {
  const folded = fold(text);
  const unit = /(亿元|百万元|千元|万元|元)/.source;
  const match =
    new RegExp(
      `(?<!填报|填表|捐赠|接收|制表|登记)单位[:：为](?:人民币)?${unit}(?!\\p{Script=Han}*(?:基金|公司|协会|中心))`,
      "u",
    ).exec(folded) ??
    new RegExp(`以(?:人民币)?${unit}(?:为单位|计)`).exec(folded) ??
    new RegExp(`\\((?:人民币)?${unit}\\)$`).exec(folded);
  return moneyUnitIn(match?.[1] ?? "") ?? undefined;
}

function asOfIn(text: string): string | undefined {
  const match =
    /(?:截止|截至)[^\d]{0,8}(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?\s*(?:(\d{1,2})\s*[:时]\s*(\d{2})?)?/.exec(
      text,
    );
  const date = match && civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!date) return undefined;
  return match[4] === undefined ? date : `${date}T${match[4].padStart(2, "0")}:${match[5] ?? "00"}`;
}

const YEAR = String.raw`(20\d{2})\s*[年./-]\s*`;
const MONTH = String.raw`(\d{1,2})\s*(?:月|[./-])?\s*`;
const DAY = String.raw`(?:(\d{1,2})\s*日?\s*)?`;
const RANGE = new RegExp(`${YEAR}${MONTH}${DAY}(?:-+|~|至|到)\\s*(?:${YEAR})?${MONTH}${DAY}`);

/** `2022年3月—6月`, `2022.3.1至2022.6.30`, `2022年12月—2023年2月`, `2022年3月`, `2022年度`. */
export function periodIn(text: string): Period | undefined {
  const folded = spaced(text);
  if (/截止|截至/.test(folded)) return undefined;
  const range = RANGE.exec(folded);
  if (range) {
    const [, year, month, day, toYear, toMonth, toDay] = range.map((part) =>
      part === undefined ? null : Number(part),
    );
    if (year && month && toMonth) {
      const period = periodOf(
        year,
        month,
        day ?? null,
        toYear ?? (toMonth < month ? year + 1 : year),
        toMonth,
        toDay ?? null,
      );
      if (period) return period;
    }
  }
  const single = /(20\d{2})\s*年\s*(?:(\d{1,2})\s*月(?:份)?(?!\s*\d))?/.exec(folded);
  if (!single || /\d\s*日/.test(folded)) return undefined;
  const year = Number(single[1]);
  const month = single[2] === undefined ? null : Number(single[2]);
  return periodOf(year, month ?? 1, null, year, month ?? 12, null);
}

function periodOf(
  year: number,
  month: number,
  day: number | null,
  toYear: number,
  toMonth: number,
  toDay: number | null,
): Period | undefined {
  const from = civilDate(year, month, day ?? 1);
  const to = toDay === null ? lastDayOfMonth(toYear, toMonth) : civilDate(toYear, toMonth, toDay);
  return from && to && from <= to ? { from, to } : undefined;
}
