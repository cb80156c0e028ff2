import { sql } from "drizzle-orm";
import type { Reader } from "#db";
import type { GiftKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { isId } from "../is-id.ts";
import { withinReach } from "../within-reach.server.ts";

/** A gift or a promise as its trace's own page at the desk knows it. `code` is null before it has one. */
export interface TraceSubject {
  id: string;
  is: "gift" | "pledge";
  kind: GiftKind;
  number: string;
  organizationId: string;
  organization: string;
  donor: string;
  code: string | null;
  /** When the code was made. */
  madeAt: Date | null;
}

/** What is within reach, by a gift's id or a promise's; another's reads as not found. */
export async function findTraceSubject(
  reader: Reader,
  actor: MemberActor,
  id: string,
): Promise<TraceSubject> {
  if (!isId(id)) return notFound("gift");
  const [found] = await reader.execute<Omit<TraceSubject, "madeAt"> & { madeAt: string | null }>(sql`
    select s.id, s.is, s.kind, s.number, s.organization_id as "organizationId", o.name as organization, d.name as donor,
           c.code, c.created_at::text as "madeAt"
    from (
      select id, 'gift' as is, kind, number, organization_id, donor_id from gifts where id = ${id}::uuid
      union all
      select id, 'pledge', kind, number, organization_id, donor_id from pledges where id = ${id}::uuid
    ) s
    join organizations o on o.id = s.organization_id
    join donors d on d.id = s.donor_id
    left join trace_codes c on c.gift_id = s.id
    where ${withinReach(actor, sql`s.organization_id`)}`);
  if (!found) return notFound("gift");
  return { ...found, madeAt: found.madeAt === null ? null : new Date(found.madeAt) };
}
