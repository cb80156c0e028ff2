import { z } from "zod";
import { id, requiredText } from "../fields.ts";
import { FIELDS, SHEET_KINDS } from "./read/reading.ts";

const checkbox = z
  .union([z.boolean(), z.literal("on"), z.literal("true"), z.literal("false"), z.literal("")])
  .nullish()
  .transform((value) => value === true || value === "on" || value === "true");

/** What a person decided about the sheets, over what was guessed; by sheet name. */
export const Mapping = z.record(
  z.string(),
  z.object({
    kind: z.enum([...SHEET_KINDS, "unknown"]).optional(),
    headerRow: z.int().min(1).optional(),
    columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.enum(FIELDS).nullable()).optional(),
    moneyUnit: z.enum(["yuan", "wan"]).optional(),
    year: z.int().min(1990).max(2100).optional(),
  }),
);
export type Mapping = z.output<typeof Mapping>;

export const UploadWorkbook = z.object({ fileName: requiredText(200), mapping: Mapping.default({}) });
export type UploadWorkbook = z.output<typeof UploadWorkbook>;

export const RemapImport = z.object({ importId: id, mapping: Mapping });
export type RemapImport = z.output<typeof RemapImport>;

export const CommitImport = z.object({
  importId: id,
  /** The organizations on the list have agreed to be named in public. */
  publishDonorNames: checkbox,
});
export type CommitImport = z.output<typeof CommitImport>;
