import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, items } from "#db";
import { newCode } from "#app/domain/code.ts";
import { type NewDelivery, insertDeliveries } from "#app/domain/deliveries/insert.server.ts";
import { newPin } from "#app/domain/deliveries/pin.server.ts";
import { receiveGoods } from "#app/domain/gifts/receive-goods.server.ts";
import { ReceiveGoods } from "#app/domain/gifts/schema.ts";
import { numberDocuments } from "#app/domain/ledger/number.server.ts";
import { openAccounts } from "#app/domain/ledger/open-accounts.server.ts";
import { post } from "#app/domain/ledger/post.server.ts";
import { addSites } from "#app/domain/places/add-site.server.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const GOODS = ["医用外科口罩", "防护服", "抗原检测试剂"];
const SITES = 200;
const CHUNK = 1000;

export interface Stage {
  world: World;
  /** Three items that a delivery takes one line of each. */
  itemIds: string[];
  siteIds: string[];
  lots: bigint[];
}

/** A warehouse full of three kinds of goods, and two hundred sites. */
export async function setStage(): Promise<Stage> {
  const world = await makeWorld();
  const made = await db.transaction((tx) =>
    addSites(
      tx,
      world.organizationId,
      Array.from({ length: SITES }, (_, i) => ({
        name: `接收点 ${i + 1}`,
        kind: "committee" as const,
        townshipCode: "310115004",
        committeeCode: null,
        address: null,
        contactName: null,
        contactPhone: null,
      })),
    ),
  );
  const lines = GOODS.map((item) => ({ item, unit: "只", quantity: "100000000", value: "100000000" }));
  const input = ReceiveGoods.parse({
    warehouseId: world.warehouse.id,
    donor: "捐赠人",
    receivedOn: "2022-03-14",
    lines,
  });
  const gift = await receiveGoods(world.actors.warehouse_keeper, uuidv7(), input);
  const found = await db.select().from(items);
  return {
    world,
    itemIds: GOODS.map((name) => found.find((item) => item.name === name)!.id),
    siteIds: made.map(({ id }) => id),
    lots: gift.lots.map(BigInt),
  };
}

/** `count` three-line deliveries on the road, spread over the sites. `idOf` names the n-th, from 0. */
export async function sendDeliveries(
  { world, itemIds, siteIds, lots }: Stage,
  count: number,
  idOf: (n: number) => string = () => uuidv7(),
): Promise<NewDelivery[]> {
  const sent: NewDelivery[] = [];
  for (let at = 0; at < count; at += CHUNK) {
    const size = Math.min(CHUNK, count - at);
    await db.transaction(async (tx) => {
      const numbers = await numberDocuments(
        tx,
        "delivery",
        Array.from({ length: size }, () => ({ organizationId: world.organizationId, on: "2022-04-01" })),
      );
      const accounts = await openAccounts(tx, world.organizationId, "delivery", numbers);
      const made = numbers.map((number, i): NewDelivery => ({
        id: idOf(at + i),
        number,
        organizationId: world.organizationId,
        responseId: world.responseId,
        warehouseId: world.warehouse.id,
        siteId: siteIds[(at + i) % siteIds.length]!,
        accountId: accounts[i]!,
        boxes: 1,
        code: newCode(),
        pin: newPin(),
        plannedOn: "2022-04-01",
        note: null,
        lines: itemIds.map((itemId, line) => ({
          itemId,
          quantity: 10n,
          packName: null,
          packSize: null,
          picks: [
            { asset: lots[line]!, account: world.warehouse.dockAccountId, quantity: 10n, valueFen: 1000n },
          ],
        })),
      }));
      await post(
        tx,
        world.actors.dispatcher,
        made.map((delivery) => leaving(delivery)),
      );
      await insertDeliveries(tx, world.actors.warehouse_keeper, made);
      await tx.execute(sql`
        update deliveries set status = 'dispatched', dispatched_at = now(), dispatched_by = ${world.actors.dispatcher.userId}
        where organization_id = ${world.organizationId} and status = 'planned'`);
      sent.push(...made);
    });
  }
  await db.execute(sql`analyze`);
  return sent;
}

const leaving = (delivery: NewDelivery) => ({
  id: uuidv7(),
  kind: "delivery.dispatch" as const,
  organizationId: delivery.organizationId,
  responseId: delivery.responseId,
  occurredAt: new Date(),
  document: { kind: "delivery" as const, id: delivery.id },
  postings: delivery.lines.flatMap(({ picks }) =>
    picks.map((picked) => ({
      from: picked.account,
      to: delivery.accountId,
      asset: picked.asset,
      amount: picked.quantity,
      valueFen: picked.valueFen,
    })),
  ),
});

/** What a receiver's phone sends: everything was there. */
export const confirmationOf = ({ code, pin }: NewDelivery) => ({
  code,
  pin,
  name: "刘书记",
  post: "居委会书记",
  lines: [
    { n: 1, good: "10" },
    { n: 2, good: "10" },
    { n: 3, good: "10" },
  ],
});
