import { z, ZodError } from "zod";
import type { Actor } from "#app/domain/actor.ts";
import { DomainError } from "#app/domain/errors.ts";
import { id } from "#app/domain/fields.ts";
import { refusalOf } from "#app/domain/refusals.server.ts";
import { verbNamed } from "#app/domain/verbs.server.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { loggableError } from "#app/loggable-error.ts";
import type { ActOutcome } from "./send-acts.ts";

/** What a phone kept while it was offline. */
export const ActsToRun = z.object({
  acts: z
    .array(z.object({ requestId: id, verb: z.string(), input: z.unknown() }))
    .min(1, "lines_missing")
    .max(200, "too_many"),
});

/**
 * Runs acts one after another, each with its own outcome: what is refused holds nobody up. Only verbs of `allowed` are
 * run; anything else reads as not found. Once the database cannot be reached, the rest is answered `again` unasked.
 */
export async function runActs(
  actor: Actor,
  { acts }: z.output<typeof ActsToRun>,
  allowed: ReadonlySet<string>,
  messages: Messages,
): Promise<ActOutcome[]> {
  const outcomes: ActOutcome[] = [];
  let unreachable: DomainError | undefined;
  for (const { requestId, verb, input } of acts) {
    const refusal = unreachable ?? (await run(actor, requestId.toLowerCase(), verb, input, allowed));
    if (refusal?.code === "database_unreachable") unreachable = refusal;
    outcomes.push(refusal === null ? { requestId, ok: true } : refused(requestId, refusal, messages));
  }
  return outcomes;
}

async function run(
  actor: Actor,
  requestId: string,
  name: string,
  input: unknown,
  allowed: ReadonlySet<string>,
): Promise<DomainError | null> {
  const verb = allowed.has(name) ? verbNamed(name) : undefined;
  if (!verb) return new DomainError("not_found", { what: "verb" });
  try {
    await verb.call(actor, requestId, input);
    return null;
  } catch (error) {
    if (error instanceof ZodError) return new DomainError("invalid", { fields: fieldsOf(error) });
    const refusal = refusalOf(error);
    if (refusal.code === "unexpected") console.error(refusal.message, loggableError(error));
    return refusal;
  }
}

const fieldsOf = (error: ZodError): Record<string, string> =>
  Object.fromEntries(error.issues.map(({ path, message }) => [path.join("."), message]));

function refused(requestId: string, refusal: DomainError, messages: Messages): ActOutcome {
  const { code, status } = refusal;
  const error = { code, message: errorSentence(messages, refusal) };
  return { requestId, ok: false, again: status >= 500, error };
}
