import { sql } from "drizzle-orm";
import { db } from "#db";

/** The latest deliveries that may have been sent in the place of what a case is about. Call it for a case within reach. */
export async function listReplacements(
  caseId: string,
): Promise<{ id: string; number: string; plannedOn: string }[]> {
  const rows = await db.execute<{ id: string; number: string; plannedOn: string }>(sql`
    select other.id, other.number, other.planned_on::text as "plannedOn"
    from cases c
    join deliveries d on d.id = c.delivery_id
    join deliveries other on other.site_id = d.site_id and other.organization_id = d.organization_id
    where c.id = ${caseId}::uuid and other.status <> 'cancelled' and other.created_at > d.created_at
    order by other.created_at desc limit 50`);
  return [...rows];
}
