import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db";
import type { PhotoSubject } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";
import type { Subject } from "./schema.ts";

/**
 * SQL: everything a photo may belong to, as (kind, id, organization_id, delivery_id, number). `number` is what people
 * know it by.
 */
export const subjects: SQL = sql`(
  select 'delivery' as kind, id, organization_id, id as delivery_id, number from deliveries
  union all
  select 'receipt', r.id, d.organization_id, d.id, d.number from receipts r join deliveries d on d.id = r.delivery_id
  union all
  select 'case', id, organization_id, delivery_id, number from cases
  union all
  select 'hand_over', id, organization_id, delivery_id, number from hand_overs
  union all
  select 'gift', id, organization_id, null::uuid, number from gifts
  union all
  select 'item', id, organization_id, null::uuid, name from items
  union all
  select 'write_off', id, organization_id, null::uuid, number from write_offs
  union all
  select 'consignment', id, organization_id, null::uuid, number from consignments
)`;

/** What a photo is to belong to, as far as photos know it. */
export interface FoundSubject {
  organizationId: string;
  deliveryId: string | null;
  number: string;
}

/** A subject within reach; another's reads as not found. */
export async function findSubject(
  reader: Reader,
  actor: MemberActor,
  { subjectKind, subjectId }: Subject,
): Promise<FoundSubject> {
  const [found] = await reader.execute<FoundSubject & Record<string, unknown>>(sql`
    select s.organization_id as "organizationId", s.delivery_id as "deliveryId", s.number
    from ${subjects} s
    where s.kind = ${subjectKind} and s.id = ${subjectId}::uuid and ${withinReach(actor, sql`s.organization_id`)}`);
  return found ?? notFound(wordFor(subjectKind));
}

const wordFor = (kind: PhotoSubject): string => (kind === "write_off" ? "write-off" : kind);
