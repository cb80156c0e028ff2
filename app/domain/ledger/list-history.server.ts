import { sql } from "drizzle-orm";
import { db } from "#db";
import { entryKinds } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";

export interface HistoryEvent {
  at: Date;
  /** An action of the permission table, which is also the kind of an entry. */
  action: string;
  /** The person, or the name of the token; null for a job or a receiver. */
  by: string | null;
  reason: string | null;
  /** The entry in the journal; null where nothing changed hands. */
  entryId: string | null;
  /** The entry this one takes back. */
  reverses: string | null;
}

/** What happened to a document, the oldest first: its entries, and from the audit log what moved nothing. */
export async function listHistory(actor: MemberActor, documentId: string): Promise<HistoryEvent[]> {
  const rows = await db.execute<Listed>(sql`
    select extract(epoch from happened.at) * 1000 as milliseconds, happened.action,
           coalesce(u.name, t.name) as by, happened.reason, happened.entry_id as "entryId", happened.reverses
    from (
      select e.recorded_at as at, e.kind as action, e.actor_id, e.reason, e.id as entry_id, e.reverses
      from entries e
      where e.document_id = ${documentId} and ${withinReach(actor, sql`e.organization_id`)}
      union all
      select a.created_at, a.action, nullif(split_part(a.asker, ':', 2), '')::uuid, null, null, null
      from audit a
      where a.subject_id = ${documentId} and ${withinReach(actor, sql`a.organization_id`)}
        and a.action <> all(${sql.param([...entryKinds])}::text[]) and a.asker ~ '^(user|token):'
    ) happened
    left join users u on u.id = happened.actor_id
    left join api_tokens t on t.id = happened.actor_id
    order by happened.at, happened.entry_id`);
  return rows.map(({ milliseconds, ...row }) => ({ ...row, at: new Date(Number(milliseconds)) }));
}

type Listed = Omit<HistoryEvent, "at"> & { milliseconds: string };
