import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { balances, deliveries, deliveryLines, deliveryPicks, handOvers, items, sites, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { startOfDay } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { post, type Posting } from "../ledger/post.server.ts";
import { shareOfValue } from "../money.ts";
import { perform } from "../perform.server.ts";
import type { HandOverDelivery } from "./schema.ts";

/** Hands what was confirmed on to households: how many households and people, never who. */
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
    if (delivery.status !== "confirmed") refuse("stale", { what: "delivery" });
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
  const picks = await tx
    .select({ pick: deliveryPicks, item: items.name, unit: items.baseUnit })
    .from(deliveryPicks)
    .innerJoin(
      deliveryLines,
      and(eq(deliveryLines.deliveryId, deliveryPicks.deliveryId), eq(deliveryLines.n, deliveryPicks.lineN)),
    )
    .innerJoin(items, eq(items.id, deliveryLines.itemId))
    .where(eq(deliveryPicks.deliveryId, input.deliveryId))
    .orderBy(deliveryPicks.n);
  const taken: Taken[] = [];
  for (const n of new Set(picks.map(({ pick }) => pick.lineN))) {
    const ofLine = picks.filter(({ pick }) => pick.lineN === n);
    const left = ofLine.reduce((sum, { pick }) => sum + pick.good - pick.handedOver, 0n);
    let wanted = input.lines.find((line) => line.n === n)?.quantity ?? left;
    if (wanted > left) {
      const { item, unit } = ofLine[0]!;
      refuse("more_than_left", { item, unit, wanted: `${wanted}`, left: `${left}` });
    }
    for (const { pick } of ofLine) {
      const here = pick.good - pick.handedOver;
      const quantity = here < wanted ? here : wanted;
      if (quantity === 0n) continue;
      wanted -= quantity;
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
  const assets = taken.map(({ asset }) => asset);
  const held = await tx
    .select()
    .from(balances)
    .where(and(eq(balances.accountId, site.accountId), inArray(balances.assetId, assets)))
    .orderBy(balances.assetId)
    .for("update");
  const at = new Map(held.map(({ assetId, amount, valueFen }) => [assetId, { amount, valueFen }]));
  return taken.map(({ asset, quantity }) => {
    const there = at.get(asset) ?? { amount: quantity, valueFen: 0n };
    const valueFen = shareOfValue(there.valueFen, there.amount, quantity);
    at.set(asset, { amount: there.amount - quantity, valueFen: there.valueFen - valueFen });
    return { from: site.accountId, to: site.householdsAccountId, asset, amount: quantity, valueFen };
  });
}
