import { sql } from "drizzle-orm";
import { needs, type Tx } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { notFound } from "../errors.ts";
import type { Site } from "../places/find-site.server.ts";
import { lockOpenNeed } from "./lock-open.server.ts";

/**
 * The step of whoever makes a delivery: the need it answers, which must be of the same site, is accepted with it. Throws
 * `need_closed`.
 */
export async function acceptForDelivery(
  tx: Tx,
  actor: MemberActor,
  needId: string | null,
  site: Site,
): Promise<void> {
  if (needId === null) return;
  const need = await lockOpenNeed(tx, actor, needId);
  if (need.siteId !== site.id || need.organizationId !== site.organizationId) notFound("need");
  await tx.execute(sql`
    update ${needs} set status = 'accepted', checked_at = coalesce(checked_at, now()),
                        checked_by = coalesce(checked_by, ${userIdOf(actor)}::uuid)
    where id = ${needId}`);
}

/**
 * The step of whoever confirms deliveries: what a site had asked for is met once no delivery for it is under way any
 * more.
 */
export async function meetNeeds(
  tx: Pick<Tx, "execute">,
  deliveryIds: readonly string[],
  now: Date,
): Promise<void> {
  if (deliveryIds.length === 0) return;
  await tx.execute(sql`
    update needs n set status = 'met', closed_at = ${now.toISOString()}::timestamptz
    where n.id in (select d.need_id from deliveries d
                   where d.id = any((select ${sql.param([...deliveryIds])}::uuid[])::uuid[])
                     and d.status = 'confirmed' and d.need_id is not null)
      and n.status in ('asked', 'accepted')
      and not exists (select from deliveries other
                      where other.need_id = n.id and other.status in ('planned', 'dispatched'))`);
}
