import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { registers } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { basisText } from "../deliveries/basis.ts";
import { notFound, refuse } from "../errors.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { perform } from "../perform.server.ts";
import { withinReach } from "../within-reach.server.ts";
import type { OpenRegister } from "./schema.ts";

/**
 * Opens a 领取登记册 for the goods of a delivery at its site, also before they come, so that it can be printed in time. A
 * delivery may have several: a second round is a register of its own. Refuses `delivery_cancelled`.
 */
export async function openRegister(actor: MemberActor, requestId: string, input: OpenRegister) {
  return perform({ actor, action: "register.open", requestId, input }, async (tx) => {
    const [delivery] = await tx.execute<{ organizationId: string; siteId: string; cancelled: boolean }>(sql`
      select organization_id as "organizationId", site_id as "siteId",
             status = 'cancelled' and not exists (
               select from delivery_lines l where l.delivery_id = d.id and l.partly > 0) as cancelled
      from deliveries d
      where d.id = ${input.deliveryId}::uuid and ${withinReach(actor, sql`d.organization_id`)}`);
    if (!delivery) return notFound("delivery");
    const { organizationId, siteId } = delivery;
    if (delivery.cancelled) refuse("delivery_cancelled", {});
    const [number] = await numberDocuments(tx, "register", [{ organizationId, on: todayInShanghai() }]);
    const id = uuidv7();
    await tx.insert(registers).values({
      id,
      number: number!,
      organizationId,
      siteId,
      deliveryId: input.deliveryId,
      basis: basisText({ basis: input.basis, words: input.basisWords }),
      createdBy: userIdOf(actor),
    });
    return { result: { id, number: number! }, organizationId, subjectId: id };
  });
}
