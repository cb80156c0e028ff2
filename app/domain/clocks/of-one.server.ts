import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";
import { type Clock, clockOf } from "./clock.ts";
import { momentsOfDelivery, type MomentsRecord, readMoments } from "./moments.server.ts";
import { targetsOf } from "./targets.server.ts";

/** The clock of a delivery within reach, with the need it answers. */
export async function clockOfDelivery(actor: MemberActor, deliveryId: string, now: Date): Promise<Clock> {
  const [row] = await db.execute<{ organizationId: string; moments: MomentsRecord }>(sql`
    select d.organization_id as "organizationId", ${momentsOfDelivery(sql`d`)} as moments
    from deliveries d where d.id = ${deliveryId}::uuid and ${withinReach(actor, sql`d.organization_id`)}`);
  if (!row) return notFound("delivery");
  const targets = await targetsOf(db, [row.organizationId]);
  return clockOf(readMoments(row.moments), targets(row.organizationId), now);
}
