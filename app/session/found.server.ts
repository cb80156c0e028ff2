import { data } from "@remix-run/node";
import { refusalOf } from "#app/domain/refusals.server.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { localeOf } from "./locale.server.ts";

/**
 * What every loader does with a query that may refuse: its answer, or the page for the refusal with its status and its
 * sentence in the reader's language. An id from the address that is no id at all reads as not found. What is no
 * refusal, and a database that cannot be reached, is thrown on: the server answers for them.
 *
 *     const pledge = await found(request, getPledge(actor, params.id));
 */
export async function found<Result>(request: Request, query: Promise<Result>): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    if (isNoId(error)) throw data(null, { status: 404 });
    const refusal = refusalOf(error);
    if (refusal.code === "unexpected" || refusal.code === "database_unreachable") throw error;
    const message = errorSentence(messagesFor(localeOf(request)), refusal);
    throw data({ message }, { status: refusal.status });
  }
}

/** PostgreSQL could not read the text as a uuid. */
function isNoId(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && at.code === "22P02") return true;
  }
  return false;
}
