import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Tx } from "#db";
import { type Actor, userIdOf } from "../actor.ts";
import { openCases } from "../cases/open.server.ts";
import { sameCounts } from "../cases/report.ts";
import { DomainError } from "../errors.ts";
import { groupCommit } from "../group-commit.server.ts";
import { type Entry, post } from "../ledger/post.server.ts";
import { type Ask, type Outcome, performEach } from "../perform.server.ts";
import { disputeAccounts } from "../ledger/standing-accounts.server.ts";
import { casesOf } from "./differences.ts";
import { lockByCode, replacedCodes, type Sent } from "./lock-by-code.server.ts";
import { PIN_TRIES } from "./pin.server.ts";
import type { ConfirmDelivery } from "./schema.ts";
import {
  caseOfSecond,
  reportOf,
  type SecondReport,
  type SignedReports,
  signedReports,
} from "./second-report.server.ts";
import { settle, type Settlement } from "./settle.ts";
import { type Confirmed, writeReceipts } from "./write-receipts.server.ts";

/**
 * What the receiver is told, and told again when the same request comes twice. Quantities are text, in base units.
 * `signedBefore`: somebody else had signed with another count; theirs stands, and this one is kept beside it.
 */
export type Confirmation = {
  number: string;
  confirmedAt: string;
  lines: { n: number; good: string; short: string; damaged: string; extra: string }[];
  signedBefore: { by: string; at: string } | null;
};

/**
 * A receiver confirms what arrived, with the label's code and the PIN, without an account. What is missing or damaged
 * goes to the dispute account until its case is decided, and a count that is not the one signed for is a case of its
 * own; the first stays. Confirmations that arrive together share one commit.
 */
export async function confirmDelivery(
  actor: Actor,
  requestId: string,
  input: ConfirmDelivery,
): Promise<Confirmation> {
  const result = await confirmTogether({ actor, action: "delivery.confirm", requestId, input });
  if (result instanceof DomainError) throw result;
  return result;
}

/** Many confirmations, as an offline phone brings them: each has its own outcome. */
export async function confirmDeliveries(
  asks: readonly { actor: Actor; requestId: string; input: ConfirmDelivery }[],
): Promise<(Confirmation | DomainError)[]> {
  return performEach(
    asks.map((ask) => ({ ...ask, action: "delivery.confirm" as const })),
    confirmEach,
  );
}

const confirmTogether = groupCommit<Ask<ConfirmDelivery>, Confirmation | DomainError>(
  (asks) => performEach(asks, confirmEach),
  { largest: 64, inFlight: 2 },
);

async function confirmEach(tx: Tx, asks: readonly Ask<ConfirmDelivery>[]): Promise<Outcome<Confirmation>[]> {
  const sent = await lockByCode(
    tx,
    asks.map((ask) => ask.input.code),
  );
  const replaced = await replacedCodes(
    tx,
    asks.map((ask) => ask.input.code).filter((code) => !sent.has(code)),
  );
  const signed = await signedReports(tx, [...sent.values()]);
  const now = new Date();
  const work: Work = { confirmed: [], second: [], wrongPins: [] };
  const outcomes = asks.map((ask): Outcome<Confirmation> => {
    const delivery = sent.get(ask.input.code);
    if (!delivery)
      return no(replaced.get(ask.input.code) ?? new DomainError("code_unknown", { code: ask.input.code }));
    const refusal = whyNot(delivery, ask);
    if (refusal?.code === "wrong_pin") {
      work.wrongPins.push(delivery.id);
      delivery.pinFailures += 1;
    }
    if (refusal) return no(refusal);
    const settled = settleAll(delivery, ask.input);
    if (settled instanceof DomainError) return no(settled);
    const before = signed.get(delivery.id);
    if (before) return sayAgain(before, { ask, delivery, settled }, work, now);
    signed.set(delivery.id, { first: reportOf(ask.input, settled, now), others: [] });
    work.confirmed.push({ ask, delivery, settled });
    return { ok: true, done: { result: answerOf(delivery, settled, now, null), ...subjectOf(delivery) } };
  });
  await write(tx, work, now);
  return outcomes;
}

/** What a batch comes to. */
interface Work {
  confirmed: Confirmed[];
  second: SecondReport[];
  wrongPins: string[];
}

/** Of a delivery that was signed for before: the same count is nothing new, another one becomes a case. */
function sayAgain(
  before: SignedReports,
  { ask, delivery, settled }: Confirmed,
  work: Work,
  now: Date,
): Outcome<Confirmation> {
  const { first, others } = before;
  const { by, at } = first;
  const second = reportOf(ask.input, settled, heldTime(ask.input.occurredAt, now));
  if (sameCounts(first, second)) return no(new DomainError("already_confirmed", { by, at }));
  if (others.some((other) => sameCounts(other, second)))
    return no(new DomainError("already_reported", { by, at }));
  others.push(second);
  work.second.push({ delivery, reports: { first, second } });
  const result = answerOf(delivery, settled, new Date(at), { by, at });
  return { ok: true, done: { result, ...subjectOf(delivery) } };
}

const no = (error: DomainError): { ok: false; error: DomainError } => ({ ok: false, error });
const subjectOf = (delivery: Sent) => ({ organizationId: delivery.organizationId, subjectId: delivery.id });

function whyNot(delivery: Sent, { actor, input }: Ask<ConfirmDelivery>): DomainError | undefined {
  if (delivery.pinFailures >= PIN_TRIES) {
    return new DomainError("pin_locked", {
      organization: delivery.organization,
      hotline: delivery.hotline ?? "",
    });
  }
  if (delivery.pin !== input.pin) {
    return new DomainError("wrong_pin", { left: PIN_TRIES - delivery.pinFailures - 1 });
  }
  if (delivery.status === "cancelled") return new DomainError("delivery_cancelled", {});
  if (delivery.status === "planned") return new DomainError("not_dispatched", {});
  const user = userIdOf(actor);
  if (user !== null && user === delivery.dispatchedBy) return new DomainError("duties_apart", {});
  return undefined;
}

function settleAll(delivery: Sent, input: ConfirmDelivery): Settlement[] | DomainError {
  const counts = new Map(input.lines.map((line) => [line.n, { ...line, damaged: line.damaged ?? 0n }]));
  const settled: Settlement[] = [];
  for (const line of delivery.lines) {
    const verdict = settle(line, counts.get(line.n));
    if (!verdict.ok) {
      const index = input.lines.findIndex(({ n }) => n === line.n);
      return new DomainError("invalid", { fields: { [`lines.${index}.${verdict.field}`]: verdict.message } });
    }
    settled.push(verdict.settlement);
    counts.delete(line.n);
  }
  const [stranger] = counts.keys();
  if (stranger === undefined) return settled;
  const index = input.lines.findIndex(({ n }) => n === stranger);
  return new DomainError("invalid", { fields: { [`lines.${index}.n`]: "line_unknown" } });
}

const answerOf = (
  delivery: Sent,
  settled: Settlement[],
  at: Date,
  signedBefore: Confirmation["signedBefore"],
): Confirmation => ({
  number: delivery.number,
  confirmedAt: at.toISOString(),
  signedBefore,
  lines: settled.map(({ n, good, short, damaged, extra }) => ({
    n,
    good: `${good}`,
    short: `${short}`,
    damaged: `${damaged}`,
    extra: `${extra}`,
  })),
});

/** Everything a batch changes, sent together: the journal, the deliveries, their lines and picks, the wrong PINs; then the cases. */
async function write(tx: Tx, { confirmed, second, wrongPins }: Work, now: Date): Promise<void> {
  const disputes = await disputeAccounts(
    tx,
    confirmed.filter(({ settled }) => settled.some(isShort)).map(({ delivery }) => delivery.organizationId),
  );
  const entries = confirmed.map(({ ask, delivery, settled }) =>
    entryOf(ask, delivery, settled, disputes, now),
  );
  const [one] = confirmed;
  await Promise.all([
    one && post(tx, one.ask.actor, entries),
    confirmed.length > 0 && writeReceipts(tx, confirmed, now),
    wrongPins.length > 0 &&
      tx.execute(sql`
        update deliveries d set pin_failures = pin_failures + w.times
        from (select id, count(*)::int as times from unnest(${sql.param([...wrongPins])}::uuid[]) as t (id) group by id) w
        where d.id = w.id`),
  ]);
  const openings = [
    ...confirmed.flatMap(({ delivery, settled }) => casesOf(delivery, settled)),
    ...second.map(caseOfSecond),
  ];
  await openCases(tx, openings, now);
}

const isShort = ({ short, damaged }: Settlement): boolean => short + damaged > 0n;

function entryOf(
  ask: Ask<ConfirmDelivery>,
  delivery: Sent,
  settled: Settlement[],
  disputes: Map<string, bigint>,
  now: Date,
): Entry {
  const dispute = disputes.get(delivery.organizationId) ?? 0n;
  return {
    id: uuidv7(),
    kind: "delivery.confirm",
    actor: ask.actor,
    organizationId: delivery.organizationId,
    responseId: delivery.responseId,
    occurredAt: heldTime(ask.input.occurredAt, now),
    document: { kind: "delivery", id: delivery.id },
    postings: settled.flatMap(({ picks }) =>
      picks.flatMap(({ asset, good, goodValueFen, missing, missingValueFen }) => [
        ...(good > 0n
          ? [
              {
                from: delivery.account,
                to: delivery.siteAccount,
                asset,
                amount: good,
                valueFen: goodValueFen,
              },
            ]
          : []),
        ...(missing > 0n
          ? [{ from: delivery.account, to: dispute, asset, amount: missing, valueFen: missingValueFen }]
          : []),
      ]),
    ),
  };
}

/** A device's clock is believed when it is at most a month behind and not ahead; else the server's own. */
function heldTime(occurredAt: string | null, now: Date): Date {
  if (occurredAt === null) return now;
  const device = new Date(occurredAt);
  const behind = now.getTime() - device.getTime();
  return behind >= 0 && behind <= 31 * 86_400_000 ? device : now;
}
