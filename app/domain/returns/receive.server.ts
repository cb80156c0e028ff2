import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { deliveries, deliveryPicks, returnLines, returns, sites, type Tx } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { mustHaveCome, picksAtSite, takeInOrder } from "../deliveries/picks-at-site.server.ts";
import { lockHeld } from "../ledger/lock-held.server.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { post } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import type { ReceiveReturn } from "./schema.ts";

/**
 * Takes back what a site has no use for: at most what it received in good state and has not handed on
 * (`more_than_left`), lot by lot as it was picked. What the receiver signed for stays as it was written down; a pick's
 * `good` falls, since that is what may still be handed on.
 */
export async function receiveReturn(actor: MemberActor, requestId: string, input: ReceiveReturn) {
  return perform({ actor, action: "return.receive", requestId, input }, async (tx) => {
    const { delivery, site } = await lockDelivery(tx, actor, input.deliveryId);
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const { organizationId } = delivery;
    if (warehouse.organizationId !== organizationId) return notFound("warehouse");
    await mustHaveCome(tx, delivery);
    const taken = await takeFromPicks(tx, input);
    const valued = await valueAt(tx, site.accountId, taken);
    const [number] = await numberDocuments(tx, "return", [{ organizationId, on: todayInShanghai() }]);
    const id = uuidv7();
    const entryId = uuidv7();
    const to = input.into === "dock" ? warehouse.dockAccountId : warehouse.quarantineAccountId;
    await post(tx, actor, [
      {
        id: entryId,
        kind: "return.receive",
        organizationId,
        responseId: delivery.responseId,
        occurredAt: new Date(),
        document: { kind: "return", id },
        reason: input.reason,
        postings: valued.map(({ asset, quantity, valueFen }) => ({
          from: site.accountId,
          to,
          asset,
          amount: quantity,
          valueFen,
        })),
      },
    ]);
    await tx.insert(returns).values({
      id,
      number: number!,
      organizationId,
      responseId: delivery.responseId,
      deliveryId: delivery.id,
      warehouseId: warehouse.id,
      reason: input.reason,
      entryId,
      createdBy: userIdOf(actor),
    });
    await tx.insert(returnLines).values(linesOf(valued).map((line) => ({ ...line, returnId: id })));
    return { result: { id, number: number!, entryId }, organizationId, subjectId: id };
  });
}

async function lockDelivery(tx: Tx, actor: MemberActor, deliveryId: string) {
  const [found] = await tx
    .select({ delivery: deliveries, site: sites })
    .from(deliveries)
    .innerJoin(sites, eq(sites.id, deliveries.siteId))
    .where(and(eq(deliveries.id, deliveryId), inArray(deliveries.organizationId, [...actor.reach])))
    .for("update", { of: deliveries });
  return found ?? notFound("delivery");
}

interface Taken {
  lineN: number;
  asset: bigint;
  quantity: bigint;
}

/** Takes each line's quantity off its picks, in their order; never more than is still at the site. */
async function takeFromPicks(tx: Tx, input: ReceiveReturn): Promise<Taken[]> {
  const picks = await picksAtSite(tx, input.deliveryId);
  const taken: (Taken & { n: number })[] = [];
  for (const [i, line] of input.lines.entries()) {
    const ofLine = picks.filter(({ pick }) => pick.lineN === line.n);
    if (ofLine.length === 0) return refuse("invalid", { fields: { [`lines.${i}.n`]: "line_unknown" } });
    for (const { pick, quantity } of takeInOrder(ofLine, line.quantity)) {
      // A line may be named twice: what the first took is gone for the second.
      pick.good -= quantity;
      taken.push({ n: pick.n, lineN: line.n, asset: pick.assetId, quantity });
    }
  }
  for (const { n, quantity } of taken) {
    await tx
      .update(deliveryPicks)
      .set({ good: sql`${deliveryPicks.good} - ${quantity}` })
      .where(and(eq(deliveryPicks.deliveryId, input.deliveryId), eq(deliveryPicks.n, n)));
  }
  return taken;
}

/** The value of what is taken, from what the site holds of each lot. */
async function valueAt(tx: Tx, account: bigint, taken: readonly Taken[]) {
  const held = await lockHeld(
    tx,
    taken.map(({ asset }) => ({ account, asset })),
  );
  return taken.map((line) => ({
    ...line,
    valueFen: held.take({ account, asset: line.asset }, line.quantity),
  }));
}

function linesOf(valued: readonly (Taken & { valueFen: bigint })[]) {
  const lines = new Map<number, { lineN: number; quantity: bigint; valueFen: bigint }>();
  for (const { lineN, quantity, valueFen } of valued) {
    const line = lines.get(lineN) ?? { lineN, quantity: 0n, valueFen: 0n };
    line.quantity += quantity;
    line.valueFen += valueFen;
    lines.set(lineN, line);
  }
  return [...lines.values()];
}
