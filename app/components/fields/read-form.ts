import type { z } from "zod";
import type { DomainError } from "#app/domain/errors.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { fieldErrors } from "./field-errors.ts";
import { parseFormData, type FormValue, type FormValues } from "./form-data.ts";

/** What an action hands back to its form: message keys by path, a sentence about the whole, and what was typed. */
export interface FormErrors {
  fields: Record<string, string>;
  form?: string;
  values: TypedValues;
}

export type TypedValue = string | TypedValue[] | { [key: string]: TypedValue };
export type TypedValues = { [key: string]: TypedValue };

export type FormReading<Output> =
  | { ok: true; data: Output; requestId: string | null; intent: string | null; values: TypedValues }
  | { ok: false; errors: FormErrors };

/**
 * Reads a posted form by a verb's schema, for an action: `if (!form.ok) return data(form.errors, { status: 422 })`.
 * The button "add a line" of a page without script (`intent=add-line`) comes back as not ok too: no errors, and one
 * more line.
 */
export function readForm<Output>(schema: z.ZodType<Output>, form: FormData): FormReading<Output> {
  const values = parseFormData(form);
  const intent = textOf(form, "intent");
  if (intent === "add-line")
    return { ok: false, errors: { fields: {}, values: withAnotherLine(typedIn(values)) } };
  const result = schema.safeParse(values);
  if (!result.success) {
    return { ok: false, errors: { fields: fieldErrors(result.error, values), values: typedIn(values) } };
  }
  return {
    ok: true,
    data: result.data,
    requestId: textOf(form, "requestId"),
    intent,
    values: typedIn(values),
  };
}

/** A verb's refusal, for the form that asked: beside its fields where it names them, above the form otherwise. */
export function refusedForm(refusal: DomainError, values: TypedValues, messages: Messages): FormErrors {
  if (isInvalid(refusal)) return { fields: refusal.params.fields, values };
  return { fields: {}, form: errorSentence(messages, refusal), values };
}

function isInvalid(refusal: DomainError): refusal is DomainError<"invalid"> {
  return refusal.code === "invalid";
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" && value !== "" ? value : null;
}

/** What was typed, without files, which a browser never takes back, and without passwords. */
export function typedIn(values: FormValues): TypedValues {
  const { requestId: _requestId, intent: _intent, ...rest } = values;
  return Object.fromEntries(
    Object.entries(rest).flatMap(([key, value]) => {
      if (/password/i.test(key)) return [];
      const kept = typedValue(value);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}

function typedValue(value: FormValue): TypedValue | undefined {
  if (value instanceof File) return undefined;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(typedValue).filter((item) => item !== undefined);
  return typedIn(value);
}

function withAnotherLine(values: TypedValues): TypedValues {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, Array.isArray(value) ? [...value, {}] : value]),
  );
}
