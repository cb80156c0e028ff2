import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db";
import type { JournalEntry, JournalPosting } from "./entry-leaf.ts";

const microseconds = (column: SQL): SQL =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Entries `e` that fulfil a condition, with their postings, by seq, at most `limit`. */
export async function readJournal(reader: Reader, where: SQL, limit: number): Promise<JournalEntry[]> {
  const entries = await reader.execute<Omit<JournalEntry, "postings"> & Record<string, unknown>>(sql`
    select e.id, e.seq::text as seq, e.kind, e.organization_id as "organizationId", e.response_id as "responseId",
           ${microseconds(sql`e.occurred_at`)} as "occurredAt", e.occurred_on::text as "occurredOn",
           ${microseconds(sql`e.recorded_at`)} as "recordedAt", e.actor_kind as "actorKind", e.actor_id as "actorId",
           e.document_kind as "documentKind", e.document_id as "documentId", e.reverses, e.reason
    from entries e where ${where} order by e.seq limit ${limit}`);
  const postings = await postingsOf(
    reader,
    entries.map(({ id }) => id),
  );
  return entries.map((entry) => ({ ...entry, postings: postings.get(entry.id) ?? [] }));
}

async function postingsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, JournalPosting[]>> {
  const found = new Map<string, JournalPosting[]>();
  if (ids.length === 0) return found;
  const rows = await reader.execute<JournalPosting & { id: string } & Record<string, unknown>>(sql`
    select p.entry_id as id, p.n, p.from_account::text as "from", p.to_account::text as "to",
           p.asset_id::text as asset, p.amount::text as amount, p.value_fen::text as "valueFen"
    from unnest(${sql.param([...ids])}::uuid[]) as entry (id) join postings p on p.entry_id = entry.id
    order by p.entry_id, p.n`);
  for (const { id, ...posting } of rows) {
    const legs = found.get(id);
    if (legs) legs.push(posting);
    else found.set(id, [posting]);
  }
  return found;
}
