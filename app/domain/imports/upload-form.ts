import { z } from "zod";
import { id } from "../fields.ts";
import { FIELDS, SHEET_KINDS } from "./read/reading.ts";
import { LIMITS } from "./read/refusal.ts";
import type { Mapping } from "./schema.ts";
import type { SheetSummary } from "./summary.ts";

/** The form that sends a workbook. */
export const WorkbookForm = z.object({
  file: z
    .instanceof(File, { error: "required" })
    .refine((file) => file.size <= LIMITS.fileBytes, "file_too_large"),
});
export type WorkbookForm = z.output<typeof WorkbookForm>;

/** "none" leaves a column out. */
const columnField = z
  .enum([...FIELDS, "none"], "choose")
  .transform((field) => (field === "none" ? null : field));

const wholeNumber = (smallest: number, largest: number) =>
  z.coerce
    .number("not_a_number")
    .int("not_whole")
    .min(smallest, "too_small")
    .max(largest, "too_large")
    .optional();

/** What a person says the sheets and columns are, by the sheet's place in the workbook. */
export const MappingForm = z.object({
  importId: id,
  sheets: z
    .array(
      z.object({
        kind: z.enum([...SHEET_KINDS, "unknown"]).optional(),
        headerRow: wholeNumber(1, 50_000),
        year: wholeNumber(1990, 2100),
        moneyUnit: z.enum(["yuan", "wan"]).optional(),
        columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), columnField).optional(),
      }),
    )
    .max(100, "too_many"),
});
export type MappingForm = z.output<typeof MappingForm>;

/**
 * The mapping to read the draft by again: what was decided before, and what the form says differently from how the
 * sheet was read. A sheet that is said to be of another kind has its columns guessed anew.
 */
export function mappingOf(
  form: MappingForm,
  sheets: readonly Pick<SheetSummary, "name" | "kind" | "headerRow" | "columns" | "meta">[],
  before: Mapping,
): Mapping {
  const mapping: Mapping = { ...before };
  sheets.forEach((sheet, index) => {
    const said = form.sheets[index];
    if (said === undefined) return;
    const { kind, headerRow, moneyUnit, year, columns = {} } = said;
    const otherKind = kind !== undefined && kind !== sheet.kind;
    const otherHeader = headerRow !== undefined && headerRow !== sheet.headerRow;
    const changed = Object.entries(columns).filter(
      ([letter, field]) => sheet.columns.find(({ column }) => column === letter)?.field !== field,
    );
    const kept =
      otherKind || otherHeader ? {} : { ...before[sheet.name]?.columns, ...Object.fromEntries(changed) };
    mapping[sheet.name] = {
      ...before[sheet.name],
      ...(otherKind && { kind }),
      ...(otherHeader && { headerRow }),
      ...(moneyUnit !== undefined && moneyUnit !== sheet.meta.moneyUnit && { moneyUnit }),
      ...(year !== undefined && { year }),
      columns: kept,
    };
  });
  return mapping;
}
