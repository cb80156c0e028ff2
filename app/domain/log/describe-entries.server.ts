import { sql } from "drizzle-orm";
import type { Reader, Tx } from "#db";
import type { DocumentKind } from "#db/vocabulary";
import { CNY } from "../ledger/post.server.ts";
import { commit } from "./commitment.ts";
import { type AccountFacts, describeAccounts, type RestrictionFacts } from "./describe-accounts.server.ts";
import {
  type EntryFacts,
  type JournalEntry,
  type JournalPosting,
  type Lot,
  type Party,
  type Restriction,
  type Side,
} from "./entry-leaf.ts";
import { findOrMakeSalts, logSubject, type Salts, type SaltSubject } from "./salts.server.ts";

/** What the leaves of these entries say, from what everything is called now. Makes the salts that are missing. */
export async function describeEntries(
  tx: Tx,
  entries: readonly JournalEntry[],
): Promise<(entry: JournalEntry) => EntryFacts> {
  const postings = entries.flatMap((entry) => entry.postings);
  const accounts = await describeAccounts(tx, unique(postings.flatMap(({ from, to }) => [from, to])));
  const lots = await describeLots(
    tx,
    unique(postings.map(({ asset }) => asset)).filter((asset) => asset !== `${CNY}`),
  );
  const organizations = await namesOf(tx, "organizations", unique(entries.map((e) => e.organizationId)));
  const responses = await namesOf(tx, "responses", unique(entries.map((e) => e.responseId)));
  const numbers = await documentNumbers(tx, entries);
  const salts = await findOrMakeSalts(tx, [logSubject, ...subjectsOf(entries, accounts)]);
  return (entry) => ({
    organization: known(organizations, entry.organizationId),
    response: known(responses, entry.responseId),
    documentNumber: numbers.get(entry.documentId) ?? null,
    actorCommitment: actorCommitment(salts, entry),
    reasonCommitment: reasonCommitment(salts, entry),
    party: (posting, side) => party(salts, entry, posting, side, known(accounts, posting[side])),
    asset: ({ asset }) => (asset === `${CNY}` ? "CNY" : known(lots, asset)),
  });
}

/** Who did it: the kind of actor stands open, which one is a commitment. */
export const actorCommitment = (salts: Salts, { id, actorId }: JournalEntry): string | null =>
  actorId === null ? null : commit(salts.of(logSubject), id, "actor", actorId);

export const accountCommitment = (
  salts: Salts,
  entryId: string,
  posting: JournalPosting,
  side: Side,
): string => commit(salts.of(logSubject), entryId, `${posting.n}`, side, posting[side]);

/** Null as well once its salt was destroyed: `entry.reason` tells the two apart. */
export function reasonCommitment(salts: Salts, { id, reason }: JournalEntry): string | null {
  const salt = salts.find({ kind: "entry", id });
  return reason === null || !salt ? null : commit(salt, id, "reason", reason);
}

function party(
  salts: Salts,
  { id }: JournalEntry,
  posting: JournalPosting,
  side: Side,
  facts: AccountFacts,
): Party {
  const { account, kind, hidden } = facts;
  if (hidden) {
    return {
      kind,
      accountCommitment: accountCommitment(salts, id, posting, side),
      nameCommitment: commit(salts.of(hidden.subject), id, "name", hidden.name),
    };
  }
  return {
    kind,
    account,
    ...(facts.name !== null && { name: facts.name }),
    ...(facts.township !== null && { township: facts.township }),
    ...(facts.restriction && { restriction: restriction(salts, id, facts.restriction) }),
  };
}

const restriction = (salts: Salts, id: string, facts: RestrictionFacts): Restriction => ({
  ...(facts.township !== null && { township: facts.township }),
  ...(facts.siteKind !== null && { siteKind: facts.siteKind }),
  ...(facts.site !== null && { site: facts.site }),
  textCommitment: commit(salts.of(facts.subject), id, "restriction", facts.text),
});

const subjectsOf = (entries: readonly JournalEntry[], accounts: Map<string, AccountFacts>): SaltSubject[] => [
  ...entries.filter(({ reason }) => reason !== null).map(({ id }) => ({ kind: "entry" as const, id })),
  ...[...accounts.values()].flatMap(({ hidden, restriction: asked }) => [
    ...(hidden ? [hidden.subject] : []),
    ...(asked ? [asked.subject] : []),
  ]),
];

async function describeLots(reader: Reader, ids: readonly string[]): Promise<Map<string, Lot>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.execute<Lot>(sql`
    select l.asset_id::text as lot, i.name as item, i.base_unit as unit, l.expires_on::text as "expiresOn",
           coalesce(g.number, k.number) as source, l.restriction_id is not null as restricted
    from unnest(${sql.param([...ids])}::bigint[]) as asked (id) join source_lots l on l.asset_id = asked.id
    join items i on i.id = l.item_id left join gifts g on g.id = l.gift_id left join kits k on k.id = l.kit_id`);
  return new Map(rows.map((lot) => [lot.lot, lot]));
}

async function namesOf(reader: Reader, table: "organizations" | "responses", ids: readonly string[]) {
  const rows = await reader.execute<{ id: string; name: string }>(
    sql`select id, name from ${sql.identifier(table)} where id = any(${sql.param([...ids])}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const numberedIn: Record<DocumentKind, string> = {
  pledge: "pledges",
  consignment: "consignments",
  gift: "gifts",
  payment: "payments",
  delivery: "deliveries",
  hand_over: "hand_overs",
  kit: "kits",
  transfer: "transfers",
  return: "returns",
  stocktake: "stocktakes",
  write_off: "write_offs",
  run: "runs",
  case: "cases",
  need: "needs",
  register: "registers",
};

async function documentNumbers(
  reader: Reader,
  entries: readonly JournalEntry[],
): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  for (const kind of unique(entries.map(({ documentKind }) => documentKind))) {
    const ids = unique(entries.filter((e) => e.documentKind === kind).map((e) => e.documentId));
    const rows = await reader.execute<{ id: string; number: string }>(sql`
      select t.id, t.number from unnest(${sql.param(ids)}::uuid[]) as asked (id)
      join ${sql.identifier(numberedIn[kind])} t on t.id = asked.id`);
    for (const { id, number } of rows) numbers.set(id, number);
  }
  return numbers;
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

function known<Value>(map: Map<string, Value>, id: string): Value {
  const value = map.get(id);
  if (value === undefined) throw new Error(`the journal names ${id}, which there is not`);
  return value;
}
