import { z } from "zod";
import { counted, smallWhole } from "../fields.ts";
import { LIMITS } from "../imports/read/refusal.ts";
import { CountBack, MOST_ROWS } from "./schema.ts";

const file = z
  .instanceof(File, { error: "required" })
  .refine((given) => given.size <= LIMITS.fileBytes, "file_too_large")
  .optional();

/** The form that writes a register's rows: a text or a file, and what each row gets unless its own cell says so. */
export const RowsForm = z
  .object({
    text: z.string().max(500_000, "too_long").optional(),
    file,
    each: z
      .array(
        z.object({
          n: smallWhole(1, 100),
          quantity: counted.optional(),
          per: z.enum(["household", "person"]).default("household"),
        }),
      )
      .max(100, "too_many")
      .default([]),
  })
  .refine((form) => form.text !== undefined || form.file !== undefined, {
    path: ["text"],
    error: "text_or_file",
  });
export type RowsForm = z.output<typeof RowsForm>;

/** The form that sends a filled sheet back. */
export const CountsFileForm = z.object({ file: file.unwrap() });
export type CountsFileForm = z.output<typeof CountsFileForm>;

/** A row of inputs for each row of the register: `rows.row<n>.line<m>`; blank ones say nothing. */
export const CountSheet: z.ZodType<CountBack> = z
  .object({
    registerId: CountBack.shape.registerId,
    rows: z
      .record(z.string().regex(/^row\d{1,4}$/), z.record(z.string().regex(/^line\d{1,3}$/), counted))
      .default({}),
  })
  .transform((form, context): CountBack => {
    const rows = Object.entries(form.rows).map(([row, lines]) => ({
      n: Number(row.slice(3)),
      given: Object.entries(lines).map(([line, quantity]) => ({ n: Number(line.slice(4)), quantity })),
    }));
    if (rows.length === 0) context.addIssue({ code: "custom", message: "lines_missing", path: ["rows"] });
    if (rows.length > MOST_ROWS) context.addIssue({ code: "custom", message: "too_many", path: ["rows"] });
    return { registerId: form.registerId, rows };
  });
