import { z } from "zod";
import type { ReceiverActor } from "../actor.ts";
import { DomainError } from "../errors.ts";
import { strandReports, strandsReport } from "../receipts/keep-stranded.server.ts";
import { ownCodes } from "./confirm-at-door.server.ts";
import { confirmDeliveries, type Confirmation } from "./confirm.server.ts";
import { countWrongPin, triesLeft } from "./pin-limit.server.ts";
import { ConfirmDelivery } from "./schema.ts";

export interface KeptConfirmation {
  requestId: string;
  input: unknown;
  /** Whoever signs still stands before the form, and mends there what is refused: the desk need not know. */
  attended?: boolean;
}

/** Refusals by which somebody could find out a code or a PIN. */
const guesses = new Set(["wrong_pin", "keys_wrong", "code_unknown"]);

/**
 * Confirmations that phones kept, each with its own outcome: what is refused holds nobody up. An address may guess as
 * little here as on the page: never more confirmations at once than it has tries left, the rest is `rate_limited`. What
 * is refused for good is kept for the sender's desk, unless somebody attends to it.
 */
export async function confirmManyAtDoor(
  actor: ReceiverActor,
  kept: readonly KeptConfirmation[],
): Promise<(Confirmation | DomainError)[]> {
  const outcomes = await answerAll(actor, kept);
  const stranded = kept.flatMap(({ requestId, input, attended }, i) => {
    const outcome = outcomes[i];
    if (attended || !(outcome instanceof DomainError) || !strandsReport(outcome.code)) return [];
    const report = { id: requestId.toLowerCase(), body: input, refusal: outcome.code };
    return [{ ...report, action: "delivery.confirm", keptSince: signedAt(input) }];
  });
  await strandReports(actor, stranded);
  return outcomes;
}

const Signed = z.object({ occurredAt: z.string() });
const signedAt = (input: unknown): string | null => Signed.safeParse(input).data?.occurredAt ?? null;

/** Whoever holds the deliveries' site's own link is not held up by others behind the same address. */
async function answerAll(
  actor: ReceiverActor,
  kept: readonly KeptConfirmation[],
): Promise<(Confirmation | DomainError)[]> {
  const codes = kept.map(({ input }) => ConfirmDelivery.safeParse(input).data?.code ?? "");
  const codesOfSite = await ownCodes(actor, codes);
  const isOwn = codes.map((code) => codesOfSite.has(code));
  const own = await confirmAll(
    actor,
    kept.filter((_, i) => isOwn[i]),
  );
  const others = await answerEach(
    actor,
    kept.filter((_, i) => !isOwn[i]),
  );
  return isOwn.map((is) => (is ? own : others).shift()!);
}

async function answerEach(
  actor: ReceiverActor,
  kept: readonly KeptConfirmation[],
): Promise<(Confirmation | DomainError)[]> {
  const outcomes: (Confirmation | DomainError)[] = [];
  while (outcomes.length < kept.length) {
    const { left, minutes } = await triesLeft(actor.address);
    if (left === 0) {
      const rest = kept.slice(outcomes.length);
      return [...outcomes, ...rest.map(() => new DomainError("rate_limited", { minutes }))];
    }
    const answered = await confirmAll(actor, kept.slice(outcomes.length, outcomes.length + left));
    for (const outcome of answered) {
      if (outcome instanceof DomainError && guesses.has(outcome.code)) await countWrongPin(actor.address);
    }
    outcomes.push(...answered);
  }
  return outcomes;
}

/** What cannot even be read is refused by itself; the rest goes in one transaction. */
async function confirmAll(
  actor: ReceiverActor,
  kept: readonly KeptConfirmation[],
): Promise<(Confirmation | DomainError)[]> {
  const readings = kept.map(({ input }) => ConfirmDelivery.safeParse(input));
  const asks = kept.flatMap(({ requestId }, i) => {
    const reading = readings[i];
    return reading?.success ? [{ actor, requestId: requestId.toLowerCase(), input: reading.data }] : [];
  });
  const done = asks.length === 0 ? [] : await confirmDeliveries(asks);
  return readings.map((reading) => (reading.success ? done.shift()! : unreadable(reading.error)));
}

const unreadable = (error: z.ZodError): DomainError =>
  new DomainError("invalid", {
    fields: Object.fromEntries(error.issues.map(({ path, message }) => [path.join("."), message])),
  });
