import { z } from "zod";

/** A row of a sheet as it was typed. */
export type SheetRow = Readonly<Record<string, string>>;

/**
 * A form with a row for everything there is, of which only the rows with `chosen` filled in count:
 * `name.<key>.<field>` in the form, a list of lines for the verb. `lineOf` makes a line's fields from the key and the
 * row. Messages keep the row's key, so that they stay beside their row.
 */
export function sheet<Line>(
  chosen: string,
  line: z.ZodType<Line>,
  most: number,
  lineOf: (key: string, row: SheetRow) => Record<string, string | undefined>,
) {
  return z
    .record(z.string(), z.record(z.string(), z.string()))
    .default({})
    .transform((rows, context) => {
      const filled = Object.entries(rows).filter(([, row]) => row[chosen]);
      if (filled.length === 0) context.addIssue({ code: "custom", message: "lines_missing" });
      if (filled.length > most) context.addIssue({ code: "custom", message: "too_many" });
      return filled.flatMap(([key, row]): Line[] => {
        const result = line.safeParse(lineOf(key, row));
        if (result.success) return [result.data];
        for (const { message, path } of result.error.issues) {
          context.addIssue({ code: "custom", message, path: [key, ...path] });
        }
        return [];
      });
    });
}
