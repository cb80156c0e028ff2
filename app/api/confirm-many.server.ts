import type { Request, Response } from "express";
import { z } from "zod";
import type { Actor } from "#app/domain/actor.ts";
import { confirmDeliveries } from "#app/domain/deliveries/confirm.server.ts";
import { ConfirmDelivery } from "#app/domain/deliveries/schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import { id } from "#app/domain/fields.ts";
import { answer, errorBody, messagesOf, refusalIn } from "./answer.server.ts";
import { askerOf } from "./asker.server.ts";
import { countGuesses, refuseGuesser } from "./confirm-limit.server.ts";

/** What a phone kept while it was offline; each confirmation has an id and an outcome of its own. */
export const ConfirmMany = z.object({
  confirmations: z
    .array(z.object({ requestId: id, input: z.unknown() }))
    .min(1, "lines_missing")
    .max(200, "too_many"),
});

/** POST /api/v1/delivery/confirm-many: `{ results: [{ requestId, ok: true, result } | { requestId, ok: false, error }] }`. */
export async function confirmMany(request: Request, response: Response): Promise<void> {
  const actor = await askerOf(request);
  refuseGuesser(actor);
  const { confirmations } = ConfirmMany.parse(request.body);
  const outcomes = await confirmEach(actor, confirmations);
  const refused = outcomes.filter((outcome) => outcome instanceof DomainError);
  await countGuesses(
    actor,
    refused.map(({ code }) => code),
    response,
  );
  const messages = messagesOf(request);
  const results = confirmations.map(({ requestId }, i) => {
    const outcome = outcomes[i];
    return outcome instanceof DomainError
      ? { requestId, ok: false, error: errorBody(outcome, messages) }
      : { requestId, ok: true, result: outcome };
  });
  answer(response, { results });
}

/** What cannot even be read is refused by itself; the rest goes in one transaction. */
async function confirmEach(actor: Actor, confirmations: z.output<typeof ConfirmMany>["confirmations"]) {
  const readings = confirmations.map(({ input }) => ConfirmDelivery.safeParse(input));
  const asks = confirmations.flatMap(({ requestId }, i) => {
    const reading = readings[i];
    return reading?.success ? [{ actor, requestId: requestId.toLowerCase(), input: reading.data }] : [];
  });
  const done = asks.length === 0 ? [] : await confirmDeliveries(asks);
  let next = 0;
  return readings.map((reading, i) =>
    reading.success ? done[next++] : refusalIn(reading.error, confirmations[i]?.input),
  );
}
