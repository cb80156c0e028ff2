import type { Request, Response } from "express";
import { ZodError } from "zod";
import { fieldErrors } from "#app/components/fields/field-errors.ts";
import type { FormValue } from "#app/components/fields/form-data.ts";
import { DomainError } from "#app/domain/errors.ts";
import { refusalOf } from "#app/domain/refusals.server.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { localeFromAcceptLanguage } from "#app/i18n/locale.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { ApiError, bodyError } from "./api-error.ts";

/** What a client reads when something was refused: `code` for programs, `message` for people, in their language. */
export interface ErrorBody {
  code: string;
  params: Record<string, unknown>;
  message: string;
  /** For `invalid`: what is wrong with each field, by dotted path. */
  fields?: Record<string, string>;
}

/** Sends JSON; amounts and other whole numbers beyond a double's reach go as text. */
export function answer(response: Response, body: unknown): void {
  response.type("application/json").send(toJson(body));
}

const toJson = (body: unknown): string =>
  JSON.stringify(body, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value));

/** Sends a refusal with its status. */
export function answerError(request: Request, response: Response, error: unknown): void {
  const refusal = refusalIn(error, request.method === "GET" ? request.query : request.body);
  if (refusal instanceof DomainError && refusal.status >= 500) {
    request.log?.error({ err: error }, "request failed");
  }
  if (refusal.status === 401) response.set("WWW-Authenticate", 'Bearer realm="jieli"');
  if (refusal instanceof DomainError && isRateLimited(refusal)) {
    response.set("Retry-After", String(refusal.params.minutes * 60));
  }
  response.status(refusal.status);
  answer(response, { error: errorBody(refusal, messagesOf(request)) });
}

/** The texts of the language the client asked for. */
export const messagesOf = (request: Request): Messages =>
  messagesFor(localeFromAcceptLanguage(request.get("Accept-Language") ?? null));

/** Whatever was thrown over what was sent, as the refusal it stands for. */
export function refusalIn(error: unknown, sent: unknown): DomainError | ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof ZodError) {
    return new DomainError("invalid", { fields: fieldErrors(error, asTyped(sent)) });
  }
  return bodyError(error) ?? refusalOf(error);
}

/** JSON as a form would have carried it: numbers and the like as text, what is null left out. */
function asTyped(json: unknown): FormValue {
  if (Array.isArray(json)) return json.map(asTyped);
  if (typeof json !== "object" || json === null) return String(json ?? "");
  const present = Object.entries(json).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(present.map(([key, value]) => [key, asTyped(value)]));
}

export function errorBody(refusal: DomainError | ApiError, messages: Messages): ErrorBody {
  const { code } = refusal;
  if (refusal instanceof ApiError) return { code, params: {}, message: messages.api[refusal.code] };
  const message = errorSentence(messages, refusal);
  if (!isInvalid(refusal)) return { code, params: refusal.params, message };
  return { code, params: refusal.params, message, fields: sentences(refusal.params.fields, messages) };
}

const isInvalid = (refusal: DomainError): refusal is DomainError<"invalid"> => refusal.code === "invalid";
const isRateLimited = (refusal: DomainError): refusal is DomainError<"rate_limited"> =>
  refusal.code === "rate_limited";

function sentences(keys: Record<string, string>, messages: Messages): Record<string, string> {
  const known: Readonly<Record<string, string>> = messages.fields;
  return Object.fromEntries(Object.entries(keys).map(([path, key]) => [path, known[key] ?? key]));
}
