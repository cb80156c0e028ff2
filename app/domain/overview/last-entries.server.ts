import { sql } from "drizzle-orm";
import { db } from "#db";
import type { DocumentKind, EntryKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";

export interface LastEntry {
  id: string;
  kind: EntryKind;
  at: Date;
  by: string | null;
  documentKind: DocumentKind;
  documentId: string;
  /** The document's number; null for what moves within a warehouse. */
  number: string | null;
}

/** What was written last into the books within reach, the newest first. */
export async function lastEntries(actor: MemberActor, limit = 10): Promise<LastEntry[]> {
  const rows = await db.execute<Listed>(sql`
    select e.id, e.kind, extract(epoch from e.recorded_at) * 1000 as milliseconds, coalesce(u.name, t.name) as by,
           e.document_kind as "documentKind", e.document_id as "documentId",
           coalesce(g.number, p.number, d.number, h.number, k.number, tr.number, b.number, w.number, s.number) as number
    from (
      select * from entries e where ${withinReach(actor, sql`e.organization_id`)} order by e.seq desc limit ${limit}
    ) e
    left join users u on u.id = e.actor_id
    left join api_tokens t on t.id = e.actor_id
    left join gifts g on g.id = e.document_id
    left join payments p on p.id = e.document_id
    left join deliveries d on d.id = e.document_id
    left join hand_overs h on h.id = e.document_id
    left join kits k on k.id = e.document_id
    left join transfers tr on tr.id = e.document_id
    left join returns b on b.id = e.document_id
    left join write_offs w on w.id = e.document_id
    left join stocktakes s on s.id = e.document_id
    order by e.seq desc`);
  return rows.map(({ milliseconds, ...row }) => ({ ...row, at: new Date(Number(milliseconds)) }));
}

type Listed = Omit<LastEntry, "at"> & { milliseconds: string };
