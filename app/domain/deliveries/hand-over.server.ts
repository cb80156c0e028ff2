import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { deliveries, deliveryPicks, handOvers, sites, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { startOfDay } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { lockHeld } from "../ledger/lock-held.server.ts";
import { post, type Posting } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import { leftOf, mustHaveCome, picksAtSite, takeInOrder } from "./picks-at-site.server.ts";
import type { HandOverDelivery } from "./schema.ts";

/**
 * Hands what was signed for, a part included, on to households: how many households and people, never who. What came in
 * parts stays at the site when the rest is called off.
 */
export async function handOverDelivery(actor: MemberActor, requestId: string, input: HandOverDelivery) {
  return perform({ actor, action: "delivery.hand-over", requestId, input }, async (tx) => {
    const [found] = await tx
      .select({ delivery: deliveries, site: sites })
      .from(deliveries)
      .innerJoin(sites, eq(sites.id, deliveries.siteId))
      .where(and(eq(deliveries.id, input.deliveryId), inArray(deliveries.organizationId, [...actor.reach])))
      .for("update", { of: deliveries });
    if (!found) return notFound("delivery");
    const { delivery, site } = found;
    await mustHaveCome(tx, delivery);
    const taken = await takeFromPicks(tx, input);
    const postings = await postingsOf(tx, site, taken);
    const [number] = await numberDocuments(tx, "hand_over", [
      { organizationId: delivery.organizationId, on: input.handedOn },
    ]);
    const id = uuidv7();
    const entryId = uuidv7();
    await post(tx, actor, [
      {
        id: entryId,
        kind: "delivery.hand-over",
        organizationId: delivery.organizationId,
        responseId: delivery.responseId,
        occurredAt: startOfDay(input.handedOn),
        document: { kind: "hand_over", id },
        postings,
      },
    ]);
    await tx.insert(handOvers).values({
      id,
      number: number!,
      organizationId: delivery.organizationId,
      deliveryId: delivery.id,
      households: input.households,
      people: input.people,
      handedOn: input.handedOn,
      note: input.note,
      entryId,
    });
    return {
      result: { id, number: number! },
      organizationId: delivery.organizationId,
      subjectId: delivery.id,
    };
  });
}

interface Taken {
  asset: bigint;
  quantity: bigint;
}

/** Marks what is handed on against the picks it came from, in their order; never more than arrived good. */
async function takeFromPicks(tx: Tx, input: HandOverDelivery): Promise<Taken[]> {
  const picks = await picksAtSite(tx, input.deliveryId);
  const taken: Taken[] = [];
  for (const n of new Set(picks.map(({ pick }) => pick.lineN))) {
    const ofLine = picks.filter(({ pick }) => pick.lineN === n);
    const wanted = input.lines.find((line) => line.n === n)?.quantity ?? leftOf(ofLine);
    for (const { pick, quantity } of takeInOrder(ofLine, wanted)) {
      taken.push({ asset: pick.assetId, quantity });
      await tx
        .update(deliveryPicks)
        .set({ handedOver: sql`${deliveryPicks.handedOver} + ${quantity}` })
        .where(and(eq(deliveryPicks.deliveryId, input.deliveryId), eq(deliveryPicks.n, pick.n)));
    }
  }
  if (taken.length === 0) refuse("stale", { what: "hand_over" });
  return taken;
}

async function postingsOf(
  tx: Tx,
  site: typeof sites.$inferSelect,
  taken: readonly Taken[],
): Promise<Posting[]> {
  const account = site.accountId;
  const held = await lockHeld(
    tx,
    taken.map(({ asset }) => ({ account, asset })),
  );
  return taken.map(({ asset, quantity }) => ({
    from: account,
    to: site.householdsAccountId,
    asset,
    amount: quantity,
    valueFen: held.take({ account, asset }, quantity),
  }));
}
