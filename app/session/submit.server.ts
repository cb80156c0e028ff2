import { data } from "@remix-run/node";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { type FormErrors, readForm, refusedForm } from "#app/components/fields/read-form.ts";
import { isId } from "#app/domain/is-id.ts";
import { refusalOf } from "#app/domain/refusals.server.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { loggableError } from "#app/loggable-error.ts";
import { localeOf } from "./locale.server.ts";

/**
 * What every action does: reads the posted form by a verb's schema and runs the verb. Either the verb's result, or
 * the answer to give to the form: what is wrong with it and everything that was typed, with the status of the refusal.
 *
 *     const submitted = await submit(request, RecordPledge, (requestId, input) => recordPledge(actor, requestId, input));
 *     if (!submitted.ok) return submitted.answer;
 *     return redirect(`/desk/pledges/${submitted.result.id}`);
 */
export async function submit<Input, Result>(
  request: Request,
  schema: z.ZodType<Input>,
  verb: (requestId: string, input: Input) => Promise<Result>,
  form?: FormData,
): Promise<{ ok: true; result: Result } | { ok: false; answer: ReturnType<typeof data<FormErrors>> }> {
  const reading = readForm(schema, form ?? (await request.formData()));
  if (!reading.ok) return { ok: false, answer: data(reading.errors, { status: 422 }) };
  try {
    return { ok: true, result: await verb(requestIdOf(reading.requestId), reading.data) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.code === "unexpected") console.error(refusal.message, loggableError(error));
    const messages = messagesFor(localeOf(request));
    return {
      ok: false,
      answer: data(refusedForm(refusal, reading.values, messages), { status: refusal.status }),
    };
  }
}

/** The form's own id, as PostgreSQL will read it back; a form without one, or with what is none, gets a new one. */
const requestIdOf = (given: string | null): string =>
  given !== null && isId(given) ? given.toLowerCase() : uuidv7();
