import type { Tx } from "#db";
import { type Actor, userIdOf } from "../actor.ts";
import { DomainError, refuse } from "../errors.ts";
import { groupCommit } from "../group-commit.server.ts";
import { type Ask, type Outcome, performEach } from "../perform.server.ts";
import { agreedText } from "../receipts/agreed-text.ts";
import { sealHolds } from "../receipts/check-seal.server.ts";
import { pointOf } from "../receipts/devices.server.ts";
import { checkKeys } from "./check-keys.server.ts";
import { type Batch, readBatch, writeBatch } from "./confirm-batch.server.ts";
import type { Sent } from "./lock-by-code.server.ts";
import type { ConfirmDelivery } from "./schema.ts";
import { countAgain, reportOf, type SignedReports } from "./second-report.server.ts";
import { leftToCome, type Settlement } from "./settle.ts";
import { afterPart, agreedLines, settleAll, withParts } from "./settle-all.ts";

/**
 * What the receiver is told, and told again when the same request comes twice. Quantities are text, in base units, of
 * this signing alone; `toCome` is what is still on the road after it. `receipt` is its number among the delivery's
 * signings; null with `signedBefore`: somebody else had signed with another count; theirs stands, and this one is kept
 * beside it.
 */
export type Confirmation = {
  number: string;
  confirmedAt: string;
  part: boolean;
  receipt: number | null;
  lines: { n: number; good: string; short: string; damaged: string; extra: string; toCome: string }[];
  signedBefore: { by: string; at: string } | null;
};

/**
 * A receiver confirms what arrived, with the label's code and the PIN, without an account. Of a part only what came is
 * booked and the delivery stays on the road; the signing that is none closes it. What is missing or damaged goes to the
 * dispute account until its case is decided, and a count that is not the one signed for is a case of its own; the first
 * stays. Confirmations that arrive together share one commit.
 */
export async function confirmDelivery(
  actor: Actor,
  requestId: string,
  input: ConfirmDelivery,
): Promise<Confirmation> {
  if (!(await sealHolds(requestId, input))) refuse("seal_broken", {});
  const result = await confirmTogether({ actor, action: "delivery.confirm", requestId, input });
  if (result instanceof DomainError) throw result;
  return result;
}

/** Many confirmations, as an offline phone brings them: each has its own outcome. */
export async function confirmDeliveries(
  asks: readonly { actor: Actor; requestId: string; input: ConfirmDelivery }[],
): Promise<(Confirmation | DomainError)[]> {
  const hold = await Promise.all(asks.map(({ requestId, input }) => sealHolds(requestId, input)));
  const sound = asks.filter((_, i) => hold[i]);
  const outcomes = await performEach(
    sound.map((ask) => ({ ...ask, action: "delivery.confirm" as const })),
    confirmEach,
  );
  const byAsk = new Map(sound.map((ask, i) => [ask, outcomes[i]!]));
  return asks.map((ask) => byAsk.get(ask) ?? new DomainError("seal_broken", {}));
}

const confirmTogether = groupCommit<Ask<ConfirmDelivery>, Confirmation | DomainError>(
  (asks) => performEach(asks, confirmEach),
  { largest: 64, inFlight: 2 },
);

async function confirmEach(tx: Tx, asks: readonly Ask<ConfirmDelivery>[]): Promise<Outcome<Confirmation>[]> {
  const batch = await readBatch(tx, asks);
  const outcomes = asks.map((ask) => judge(batch, ask));
  await writeBatch(tx, batch);
  return outcomes;
}

function judge(batch: Batch, ask: Ask<ConfirmDelivery>): Outcome<Confirmation> {
  const { code, device } = ask.input;
  const delivery = batch.sent.get(code);
  if (!delivery) return no(batch.replaced.get(code) ?? new DomainError("code_unknown", { code }));
  // What it answered the first time is looked up: it would count a part twice.
  if (batch.seen.has(ask.requestId)) return no(new DomainError("request_reused", {}));
  const refusal = keysRefused(batch, delivery, ask) ?? whyNot(delivery, ask);
  if (refusal) return no(refusal);
  if (device && (batch.devices.get(device.id) ?? pointOf(device)) !== pointOf(device))
    return no(new DomainError("seal_broken", {}));
  const before = batch.signed.get(delivery.id);
  const outcome = before ? sayAgain(batch, before, delivery, ask) : sign(batch, delivery, ask);
  if (outcome.ok) {
    batch.seen.add(ask.requestId);
    if (device && !batch.devices.has(device.id)) batch.newDevices.push(device);
    if (device) batch.devices.set(device.id, pointOf(device));
  }
  return outcome;
}

function keysRefused(batch: Batch, delivery: Sent, ask: Ask<ConfirmDelivery>): DomainError | undefined {
  const refused = checkKeys(delivery, ask.actor, ask.input, batch.tries);
  if (refused?.miss) batch.misses.push({ id: delivery.id, miss: refused.miss });
  if (refused?.miss === "pin") delivery.pinFailures += 1;
  return refused?.error;
}

function whyNot(delivery: Sent, { actor }: Ask<ConfirmDelivery>): DomainError | undefined {
  if (delivery.status === "cancelled") return new DomainError("delivery_cancelled", {});
  if (delivery.status === "planned") return new DomainError("not_dispatched", {});
  const user = userIdOf(actor);
  if (user !== null && user === delivery.dispatchedBy) return new DomainError("duties_apart", {});
  return undefined;
}

function sign(batch: Batch, delivery: Sent, ask: Ask<ConfirmDelivery>): Outcome<Confirmation> {
  const { input } = ask;
  const settled = settleAll(delivery.lines, input);
  if (settled instanceof DomainError) return no(settled);
  const { part, locale } = input;
  const after = afterPart(delivery.lines, settled);
  const whole = part ? null : withParts(delivery.lines, settled);
  const lines = (part ? after : delivery.lines).map(({ n, came }, i) => ({
    n,
    partly: came.good,
    damaged: whole?.[i]!.damaged ?? came.damaged,
    whole: whole?.[i] ?? null,
  }));
  const { site, number, organization } = delivery;
  const words = { locale, site, number, organization, part, lines: agreedLines(delivery.lines, settled) };
  delivery.signings += 1;
  const at = heldTime(input.occurredAt, batch.now);
  const n = delivery.signings;
  batch.signings.push({ ask, delivery, n, settled, lines, agreed: agreedText(words), at });
  if (part) delivery.lines = after;
  if (whole) batch.signed.set(delivery.id, { first: reportOf(input, whole, batch.now), others: [] });
  return done(delivery, {
    part,
    receipt: n,
    confirmedAt: batch.now.toISOString(),
    signedBefore: null,
    lines: settled.map((line, i) => counted(line, part ? leftToCome(after[i]!) : 0n)),
  });
}

/** Of a delivery that was signed for before: the same count is nothing new, another one becomes a case. */
function sayAgain(
  batch: Batch,
  before: SignedReports,
  delivery: Sent,
  ask: Ask<ConfirmDelivery>,
): Outcome<Confirmation> {
  const { by, at } = before.first;
  const again = countAgain(before, delivery, ask.input, heldTime(ask.input.occurredAt, batch.now));
  if (again instanceof DomainError) return no(again);
  const second = { ...again.report, request: ask.requestId };
  before.others.push(second);
  batch.second.push({ delivery, reports: { first: before.first, second } });
  return done(delivery, {
    part: false,
    receipt: null,
    confirmedAt: at,
    signedBefore: { by, at },
    lines: again.settled.map((line) => counted(line, 0n)),
  });
}

const no = (error: DomainError): { ok: false; error: DomainError } => ({ ok: false, error });

const done = (
  { number, organizationId, id }: Sent,
  said: Omit<Confirmation, "number">,
): Outcome<Confirmation> => ({
  ok: true,
  done: { result: { number, ...said }, organizationId, subjectId: id },
});

const counted = ({ n, good, short, damaged, extra }: Settlement, toCome: bigint) => ({
  n,
  good: `${good}`,
  short: `${short}`,
  damaged: `${damaged}`,
  extra: `${extra}`,
  toCome: `${toCome}`,
});

/** A device's clock is believed when it is at most a month behind and not ahead; else the server's own. */
function heldTime(occurredAt: string | null, now: Date): Date {
  if (occurredAt === null) return now;
  const device = new Date(occurredAt);
  const behind = now.getTime() - device.getTime();
  return behind >= 0 && behind <= 31 * 86_400_000 ? device : now;
}
