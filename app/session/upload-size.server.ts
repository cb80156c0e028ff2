import type { FormErrors } from "#app/components/fields/read-form.ts";
import { LIMITS } from "#app/domain/imports/read/refusal.ts";
import type { TableProblem } from "#app/domain/registers/read-table.ts";

/** Room for the form around the file. What does not say its length is not read. */
export const isUploadTooLarge = (request: Request): boolean =>
  !(Number(request.headers.get("Content-Length") ?? Infinity) <= LIMITS.fileBytes + 600_000);

/** What a form with a table answers: what is wrong with the table's rows, or with the form. */
export interface TableAnswer {
  problems: TableProblem[];
  errors: FormErrors | undefined;
}

/** The answer to a file that was not even read. */
export const tooLarge = (field: string): TableAnswer => ({
  problems: [],
  errors: { fields: { [field]: "file_too_large" }, values: {} },
});
