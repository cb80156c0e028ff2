import { parseDecimal } from "./decimal.ts";

/** One filled cell. Numbers stay numbers; a date is a number that carries a date format. */
export interface Cell {
  raw: string | number;
  isDate: boolean;
  /** A formula whose result the file does not hold: it was never calculated by a spreadsheet program. */
  uncalculated?: true;
}

/** Letters that tidying, folding and NFKC leave as they are: most cells need no work. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;

/** Full-width letters and digits to half-width, white space tidied; punctuation stays as it was written. */
export function tidy(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE, "")
    .replace(/[０-９Ａ-Ｚａ-ｚ％]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]+/g, " ")
    .trim();
}

/** Text for matching: NFKC, one kind of dash, and no white space at all. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  return spaced(text).replaceAll(" ", "");
}

/** As `fold`, with single spaces left where there was white space. */
export function spaced(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** A cell as text to keep: tidied, numbers in their shortest decimal form. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  return typeof cell.raw === "string" ? tidy(cell.raw) : numberText(cell.raw);
}

/** A cell as text to match against words. */
export function foldedText(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  return typeof cell.raw === "string" ? fold(cell.raw) : numberText(cell.raw);
}

/** A cell as text to match against forms in which spaces matter. */
export function spacedText(cell: Cell): string {
  return typeof cell.raw === "string" ? spaced(cell.raw) : numberText(cell.raw);
}

/** Whether the cell holds full-width digits, as Chinese input methods write them. */
export function hasFullWidthDigits(cell: Cell | undefined): boolean {
  return typeof cell?.raw === "string" && /[０-９]/.test(cell.raw);
}

/** Marks that repeat the cell above: 同上, 〃, ″. */
export function isDitto(cell: Cell | undefined): boolean {
  return typeof cell?.raw === "string" && /^(同上|同左|〃|″|"|''|′′)$/.test(fold(cell.raw));
}

function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const text = String(Number(value.toPrecision(15)));
  const whole = text.includes("e+") ? parseDecimal(text) : null;
  return whole ? String(whole.digits) : text;
}
