import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { withinReach } from "../within-reach.server.ts";

export type DeliveryCounts = {
  planned: number;
  /** Of those planned: for a day that is over. */
  late: number;
  dispatched: number;
  confirmed: number;
  /** Of those confirmed: with something missing or damaged. */
  different: number;
};

/** How many deliveries within reach stand where; cancelled ones are left out. */
export async function countDeliveries(actor: MemberActor): Promise<DeliveryCounts> {
  const [row] = await db.execute<DeliveryCounts>(sql`
    select count(*) filter (where status = 'planned')::int as planned,
           count(*) filter (where status = 'planned' and planned_on < ${todayInShanghai()}::date)::int as late,
           count(*) filter (where status = 'dispatched')::int as dispatched,
           count(*) filter (where status = 'confirmed')::int as confirmed,
           count(*) filter (where status = 'confirmed' and exists (
             select from delivery_lines l where l.delivery_id = d.id and l.short + l.damaged > 0))::int as different
    from deliveries d where ${withinReach(actor, sql`d.organization_id`)}`);
  return row ?? { planned: 0, late: 0, dispatched: 0, confirmed: 0, different: 0 };
}
