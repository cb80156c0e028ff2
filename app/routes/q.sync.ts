import { type ActionFunctionArgs, data } from "@remix-run/node";
import { z } from "zod";
import {
  type KeptConfirmation,
  confirmManyAtDoor,
} from "#app/domain/deliveries/confirm-many-at-door.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import { id } from "#app/domain/fields.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { type Messages } from "#app/i18n/messages.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import type { ActOutcome } from "#app/offline/send-acts.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { receiverOf } from "#app/session/receiver.server.ts";

/** What a phone kept at doors, without an account. */
const Kept = z.object({
  acts: z
    .array(
      z.object({
        requestId: id,
        verb: z.literal("delivery.confirm"),
        input: z.unknown(),
        attended: z.boolean().optional(),
      }),
    )
    .min(1, "lines_missing")
    .max(50, "too_many"),
});

/**
 * Confirmations that were kept without a signal, `{ acts: [{ requestId, verb, input, attended? }] }`, at most fifty; each
 * has its own outcome in `{ results }`, in the order of the acts. `attended`: whoever signs still stands before the form.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const sent = Kept.safeParse(await request.json().catch(() => null));
  if (!sent.success) throw data(null, { status: 400 });
  const { acts } = sent.data;
  const actor = await receiverOf(request, context.clientAddress);
  const outcomes = await confirmManyAtDoor(actor, acts);
  const messages = messagesFor(localeOf(request));
  const results = acts.map((act, i) => outcomeOf(act, outcomes[i], messages));
  return Response.json({ results });
}

function outcomeOf(
  { requestId }: KeptConfirmation,
  outcome: Awaited<ReturnType<typeof confirmManyAtDoor>>[number] | undefined,
  messages: Messages,
): ActOutcome {
  if (!(outcome instanceof DomainError)) return { requestId, ok: true, result: outcome };
  const { code, status } = outcome;
  const again = status >= 500 || status === 429;
  return { requestId, ok: false, again, error: { code, message: errorSentence(messages, outcome) } };
}
