import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { DocumentKind, EntryKind } from "#db/vocabulary";
import { type Actor, actorIdOf } from "../actor.ts";
import { civilDate } from "../dates.ts";
import { refuse } from "../errors.ts";

/** Money, in fen; every other asset is a source lot. */
export const CNY = 1n;

/** One leg: `amount` of an asset goes from one account to another, and `valueFen` of its value with it. */
export interface Posting {
  from: bigint;
  to: bigint;
  asset: bigint;
  /** Fen for money, base units for goods; above zero. */
  amount: bigint;
  valueFen: bigint;
}

/** One hand-over. */
export interface Entry {
  /** UUIDv7. */
  id: string;
  kind: EntryKind;
  /** Who did it, where one transaction serves several people; else the actor given to `post`. */
  actor?: Actor;
  organizationId: string;
  responseId: string;
  occurredAt: Date;
  document: { kind: DocumentKind; id: string };
  reverses?: string;
  reason?: string;
  postings: readonly Posting[];
}

/**
 * The one writer of the journal. Writes any number of entries set-based and keeps the balances of the accounts that
 * hold. Call it once in a transaction: balances are locked in one order (account, asset), which is what keeps parallel
 * work from deadlocking.
 *
 * Throws `insufficient_stock` or `insufficient_money`, naming the first asset that falls short and what there is.
 */
export async function post(tx: Tx, actor: Actor, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const legs = entries.flatMap((entry) =>
    entry.postings.map((posting, index) => ({ entry: entry.id, n: index + 1, ...posting })),
  );
  const changes = changesOf(legs);
  const [, , short] = await Promise.all([
    lockBalances(tx, changes),
    writeJournal(tx, actor, entries, legs),
    changeBalances(tx, changes),
  ]);
  if (short) await refuseShortage(tx, short);
}

interface Change {
  account: bigint;
  asset: bigint;
  amount: bigint;
  valueFen: bigint;
}

/** The net change per account and asset, in the order balances are locked in. */
function changesOf(legs: readonly Posting[]): Change[] {
  const changes = new Map<string, Change>();
  const change = (account: bigint, leg: Posting, sign: bigint) => {
    const key = `${account}/${leg.asset}`;
    const sum = changes.get(key) ?? { account, asset: leg.asset, amount: 0n, valueFen: 0n };
    sum.amount += sign * leg.amount;
    sum.valueFen += sign * leg.valueFen;
    changes.set(key, sum);
  };
  for (const leg of legs) {
    change(leg.from, leg, -1n);
    change(leg.to, leg, 1n);
  }
  return [...changes.values()]
    .filter(({ amount, valueFen }) => amount !== 0n || valueFen !== 0n)
    .sort((a, b) => compare(a.account, b.account) || compare(a.asset, b.asset));
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

const column = (values: readonly (bigint | number | string | null)[]) =>
  sql.param(values.map((value) => (typeof value === "bigint" ? `${value}` : value)));

/** A column whose length the planner does not see: seeing it, PostgreSQL would plan a short statement anew each time. */
const unseen = (values: readonly bigint[]) => sql`(select ${column(values)}::bigint[])`;

async function lockBalances(tx: Tx, changes: readonly Change[]): Promise<void> {
  await tx.execute(sql`
    select from balances b
    join unnest(${unseen(changes.map((c) => c.account))}, ${unseen(changes.map((c) => c.asset))})
      as c (account, asset) on b.account_id = c.account and b.asset_id = c.asset
    order by b.account_id, b.asset_id for update of b`);
}

async function writeJournal(
  tx: Tx,
  actor: Actor,
  entries: readonly Entry[],
  legs: readonly (Posting & { entry: string; n: number })[],
): Promise<void> {
  const actors = entries.map((entry) => entry.actor ?? actor);
  await tx.execute(sql`
    with entry as (
      insert into entries (id, kind, organization_id, response_id, occurred_at, occurred_on, actor_kind, actor_id,
                           document_kind, document_id, reverses, reason)
      select t.id, t.kind, t.organization_id, t.response_id, t.occurred_at::timestamptz, t.occurred_on::date,
             t.actor_kind, t.actor_id, t.document_kind, t.document_id, t.reverses, t.reason
      from unnest(${column(entries.map((e) => e.id))}::uuid[], ${column(entries.map((e) => e.kind))}::text[],
                  ${column(entries.map((e) => e.organizationId))}::uuid[], ${column(entries.map((e) => e.responseId))}::uuid[],
                  ${column(entries.map((e) => e.occurredAt.toISOString()))}::text[],
                  ${column(entries.map((e) => civilDate(e.occurredAt)))}::text[],
                  ${column(actors.map(({ kind }) => kind))}::text[], ${column(actors.map(actorIdOf))}::uuid[],
                  ${column(entries.map((e) => e.document.kind))}::text[], ${column(entries.map((e) => e.document.id))}::uuid[],
                  ${column(entries.map((e) => e.reverses ?? null))}::uuid[], ${column(entries.map((e) => e.reason ?? null))}::text[])
        with ordinality as t (id, kind, organization_id, response_id, occurred_at, occurred_on, actor_kind, actor_id, document_kind, document_id, reverses, reason, nth)
      order by t.nth
    )
    insert into postings (entry_id, n, from_account, to_account, asset_id, amount, value_fen)
    select * from unnest(${column(legs.map((l) => l.entry))}::uuid[], ${column(legs.map((l) => l.n))}::int[],
                         ${column(legs.map((l) => l.from))}::bigint[], ${column(legs.map((l) => l.to))}::bigint[],
                         ${column(legs.map((l) => l.asset))}::bigint[], ${column(legs.map((l) => l.amount))}::bigint[],
                         ${column(legs.map((l) => l.valueFen))}::bigint[])`);
}

interface Shortage extends Record<string, unknown> {
  account: string;
  asset: string;
  wanted: string;
  held: string;
}

/**
 * Adds to and takes from the balances of accounts that hold; answers with the first that would fall below zero. Written
 * so that no estimate of the planner matters: each account is looked up by its key, and `except` always hashes.
 */
async function changeBalances(tx: Tx, changes: readonly Change[]): Promise<Shortage | undefined> {
  const [short] = await tx.execute<Shortage>(sql`
    with change as materialized (
      select c.* from unnest(${unseen(changes.map((c) => c.account))}, ${unseen(changes.map((c) => c.asset))},
                             ${unseen(changes.map((c) => c.amount))}, ${unseen(changes.map((c) => c.valueFen))})
        as c (account, asset, amount, value_fen)
      where (select holds from accounts where id = c.account)
    ), taken as (
      update balances b set amount = b.amount + c.amount, value_fen = b.value_fen + c.value_fen
      from change c
      where c.amount <= 0 and b.account_id = c.account and b.asset_id = c.asset and b.amount + c.amount >= 0
      returning b.account_id, b.asset_id
    ), given as (
      insert into balances (account_id, asset_id, amount, value_fen)
      select account, asset, amount, value_fen from change where amount > 0 order by account, asset
      on conflict (account_id, asset_id)
      do update set amount = balances.amount + excluded.amount, value_fen = balances.value_fen + excluded.value_fen
    ), short as (
      select account, asset from change where amount <= 0 except select account_id, asset_id from taken limit 1
    )
    select c.account, c.asset, -c.amount as wanted, coalesce(b.amount, 0) as held
    from short join change c using (account, asset)
    left join balances b on b.account_id = c.account and b.asset_id = c.asset`);
  return short;
}

async function refuseShortage(tx: Tx, short: Shortage): Promise<never> {
  const [named] = await tx.execute<{ item: string | null; unit: string | null; account: string }>(sql`
    select i.name as item, i.base_unit as unit, a.name as account
    from accounts a
    left join source_lots l on l.asset_id = ${short.asset}::bigint
    left join items i on i.id = l.item_id
    where a.id = ${short.account}::bigint`);
  if (named?.item) {
    const { item, unit } = named;
    refuse("insufficient_stock", { item, unit: unit ?? "", wanted: short.wanted, available: short.held });
  }
  refuse("insufficient_money", {
    fund: named?.account ?? "",
    wantedFen: short.wanted,
    availableFen: short.held,
  });
}
