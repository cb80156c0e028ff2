import type { Messages } from "#app/i18n/messages.ts";
import { civilDate, formatTime, startOfDay } from "../dates.ts";
import { type PublicCount, publicCountText } from "../small-number.ts";

/** What stands in a table's cell: the page writes it with commas, a file as a number that can be added up. */
export type Cell = string | { fen: bigint } | { whole: bigint } | null;

export type ReportWords = Messages["reports"];

/** A column of a public table: one definition for the page and for its files, so that they cannot differ. */
export interface ReportColumn<Row> {
  label: string;
  numeric?: boolean;
  /** In a spreadsheet, in characters. */
  width: number;
  cell(row: Row): Cell;
}

export const fen = (value: bigint | null): Cell => (value === null ? null : { fen: value });
export const whole = (value: bigint | number | null): Cell =>
  value === null ? null : { whole: BigInt(value) };

/** "2022-05-04 15:40", Shanghai time: files and official tables keep the year. */
export const fullMoment = (at: Date): string =>
  isWholeDay(at) ? civilDate(at) : `${civilDate(at)} ${formatTime(at)}`;

/** Of what was written down on paper only the day is known; it is kept as the day's first instant. */
export const isWholeDay = (at: Date): boolean => at.getTime() === startOfDay(civilDate(at)).getTime();

/** A count of people or households: a few of them is text, "<5", so that nobody can be found by it. */
export const publicWhole = (count: PublicCount | null): Cell =>
  count === "few" ? publicCountText(count) : whole(count);
