import { data } from "@remix-run/node";
import type { z } from "zod";
import { readForm } from "#app/components/fields/read-form.ts";
import { readable } from "#app/domain/imports/refusal-text.ts";
import type { TableProblem } from "#app/domain/registers/read-table.ts";
import { localeOf } from "./locale.server.ts";
import { submit } from "./submit.server.ts";
import type { TableAnswer } from "./upload-size.server.ts";

/**
 * As `submit`, for a form whose text or file holds a table. `work` stores it, or answers with what is wrong with its rows,
 * and then nothing was stored. Undefined when it is done.
 */
export async function submitTable<Input>(
  request: Request,
  schema: z.ZodType<Input>,
  work: (requestId: string, input: Input) => Promise<TableProblem[]>,
  given?: FormData,
) {
  const form = given ?? (await request.formData());
  const submitted = await submit(
    request,
    schema,
    async (requestId, input) => {
      try {
        return await work(requestId, input);
      } catch (error) {
        throw readable(error, localeOf(request));
      }
    },
    form,
  );
  if (!submitted.ok) {
    const { data: errors, init } = submitted.answer;
    return data<TableAnswer>({ problems: [], errors }, init ?? undefined);
  }
  if (submitted.result.length === 0) return undefined;
  const read = readForm(schema, form);
  const errors = read.ok ? { fields: {}, values: read.values } : read.errors;
  return data<TableAnswer>({ problems: submitted.result, errors }, { status: 422 });
}
