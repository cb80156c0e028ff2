import type { Params } from "./reading.ts";

export const REFUSAL_CODES = [
  "empty_file",
  "not_a_workbook",
  "damaged",
  "encrypted",
  "too_large",
  "too_many_rows",
  "zip_bomb",
  "too_slow",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Limits on what is read at all. */
export const LIMITS = {
  fileBytes: 10 * 1024 * 1024,
  rows: 50_000,
  /** Everything in the container, by its own declaration. */
  unpackedBytes: 200 * 1024 * 1024,
  /** The parts that are parsed, counted while inflating. */
  parsedBytes: 100 * 1024 * 1024,
  entries: 2_000,
  milliseconds: 60_000,
} as const;

/** The whole file was refused; nothing of it was read. */
export class WorkbookRefused extends Error {
  readonly code: RefusalCode;
  readonly params: Params;

  constructor(code: RefusalCode, params: Params = {}, cause?: unknown) {
    super(code, { cause });
    this.name = "WorkbookRefused";
    this.code = code;
    this.params = params;
  }
}
