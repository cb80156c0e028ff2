import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { db, type Tx } from "#db";
import { type Actor, askerOf } from "./actor.ts";
import { DomainError, refuse } from "./errors.ts";
import { type Action, may } from "./permissions.ts";
import { refusalOf } from "./refusals.server.ts";

/** One request for one verb. `requestId` is a UUID made by the client, unique for ever. */
export interface Ask<Input = unknown> {
  actor: Actor;
  action: Action;
  requestId: string;
  input: Input;
}

/** What the audit log keeps beside who and when. */
export interface Done<Result> {
  result: Result;
  organizationId?: string;
  subjectId?: string;
  detail?: Record<string, string | number>;
}

/** A JSON value: what a verb answers must read the same when it is answered again from the table of requests. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/**
 * Permission, idempotency, transaction and audit: the only source of a transaction for one request.
 *
 * The claim on the request id comes first, so that the same request sent ten times at once waits for the first and
 * then answers as the first did. Same id, other body or other asker: `request_reused`. What throws is rolled back whole.
 */
export async function perform<Result extends Plain>(
  ask: Ask,
  work: (tx: Tx) => Promise<Done<Result>>,
): Promise<Result> {
  if (!may(ask.actor, ask.action)) refuse("forbidden", { action: ask.action });
  const bodyHash = hashOf(ask);
  try {
    return await db.transaction(async (tx) => {
      const claimed = await tx.execute(sql`
        insert into requests (id, action, asker, body_hash)
        values (${ask.requestId}, ${ask.action}, ${askerOf(ask.actor)}, ${bodyHash})
        on conflict (id) do nothing returning id`);
      if (claimed.length === 0) return await answerAgain<Result>(tx, ask, bodyHash);
      const done = await work(tx);
      await finish(tx, ask, done);
      return done.result;
    });
  } catch (error) {
    throw refusalOf(error);
  }
}

async function answerAgain<Result extends Plain>(tx: Tx, ask: Ask, bodyHash: Buffer): Promise<Result> {
  const [first] = await tx.execute<{ same: boolean; response: Result }>(sql`
    select action = ${ask.action} and asker = ${askerOf(ask.actor)} and body_hash = ${bodyHash} as same, response
    from requests where id = ${ask.requestId}`);
  if (!first?.same) refuse("request_reused", {});
  return first.response;
}

async function finish(tx: Tx, ask: Ask, done: Done<Plain>): Promise<void> {
  await tx.execute(sql`
    with answered as (
      update requests set response = ${JSON.stringify(done.result)}::json where id = ${ask.requestId}
    )
    insert into audit (action, asker, organization_id, subject_id, request_id, detail)
    values (${ask.action}, ${askerOf(ask.actor)}, ${done.organizationId ?? null}, ${done.subjectId ?? null},
            ${ask.requestId}, ${JSON.stringify(done.detail ?? {})}::jsonb)`);
}

/** What became of one request of a batch. */
export type Outcome<Result> = { ok: true; done: Done<Result> } | { ok: false; error: DomainError };

/**
 * Many requests for one hot verb in one transaction, each with its own outcome: a refusal leaves the others standing.
 *
 * For verbs whose work locks the rows it decides by, so that a request that came before is *seen* as done: such a
 * refusal is looked up among the requests and answered as it was the first time. When the batch cannot be written at
 * all (one of its ids was used before with another body), each request runs alone and gets its own error.
 */
export async function performEach<Input, Result extends Plain>(
  asks: readonly Ask<Input>[],
  work: (tx: Tx, asks: readonly Ask<Input>[]) => Promise<Outcome<Result>[]>,
): Promise<(Result | DomainError)[]> {
  const hashes = asks.map(hashOf);
  try {
    const outcomes = await db.transaction(async (tx) => {
      const allowed = asks.filter((ask) => may(ask.actor, ask.action));
      const worked = await work(tx, allowed);
      const byAsk = new Map(allowed.map((ask, i) => [ask, worked[i]]));
      const all = asks.map((ask) => byAsk.get(ask) ?? forbidden(ask));
      await finishEach(tx, asks, hashes, all);
      return all;
    });
    return await Promise.all(
      outcomes.map((outcome, i) =>
        outcome.ok ? outcome.done.result : answerOrRefuse<Result>(asks[i]!, hashes[i]!, outcome.error),
      ),
    );
  } catch (error) {
    if (asks.length === 1) {
      const refusal = refusalOf(error);
      if (refusal.code !== "request_reused") throw refusal;
      return [await answerOrRefuse<Result>(asks[0]!, hashes[0]!, refusal)];
    }
    if (refusalOf(error).code === "database_unreachable") throw refusalOf(error);
    const alone: (Result | DomainError)[] = [];
    for (const ask of asks) {
      alone.push(...(await performEach([ask], work).catch((error: unknown) => [refusalOf(error)])));
    }
    return alone;
  }
}

const forbidden = (ask: Ask): { ok: false; error: DomainError } => ({
  ok: false,
  error: new DomainError("forbidden", { action: ask.action }),
});

async function finishEach(
  tx: Tx,
  asks: readonly Ask[],
  hashes: readonly Buffer[],
  outcomes: readonly Outcome<Plain>[],
): Promise<void> {
  const rows = asks.flatMap((ask, i) => {
    const outcome = outcomes[i];
    if (!outcome?.ok) return [];
    const { result, organizationId = null, subjectId = null, detail = {} } = outcome.done;
    return [
      {
        id: ask.requestId,
        action: ask.action,
        asker: askerOf(ask.actor),
        body_hash: hashes[i]!.toString("hex"),
        response: result,
        organization_id: organizationId,
        subject_id: subjectId,
        detail,
      },
    ];
  });
  if (rows.length === 0) return;
  await tx.execute(sql`
    with row as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as t
        (id uuid, action text, asker text, body_hash text, response json, organization_id uuid, subject_id uuid, detail jsonb)
    ), claimed as (
      insert into requests (id, action, asker, body_hash, response)
      select id, action, asker, decode(body_hash, 'hex'), response from row
    )
    insert into audit (action, asker, organization_id, subject_id, request_id, detail)
    select action, asker, organization_id, subject_id, id, detail from row`);
}

async function answerOrRefuse<Result extends Plain>(
  ask: Ask,
  bodyHash: Buffer,
  error: DomainError,
): Promise<Result | DomainError> {
  const [first] = await db.execute<{ same: boolean; response: Result }>(sql`
    select action = ${ask.action} and asker = ${askerOf(ask.actor)} and body_hash = ${bodyHash} as same, response
    from requests where id = ${ask.requestId}`);
  if (!first) return error;
  return first.same ? first.response : new DomainError("request_reused", {});
}

/** SHA-256 of the RFC 8785 form of what was asked; whole numbers beyond a double's reach go as text. */
const hashOf = (ask: Ask): Buffer => createHash("sha256").update(canonical(ask.input)).digest();

function canonical(value: unknown): string {
  if (typeof value === "bigint") return `"${value}"`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

class Rehearsed extends Error {}

/** Runs work as `perform` would and takes everything back again: what would happen, by the code that does it. */
export async function rehearse<Result>(
  actor: Actor,
  action: Action,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  if (!may(actor, action)) refuse("forbidden", { action });
  let result: { value: Result } | undefined;
  try {
    await db.transaction(async (tx) => {
      result = { value: await work(tx) };
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw refusalOf(error);
  }
  if (!result) throw new Error("the rehearsal ended without a result");
  return result.value;
}
