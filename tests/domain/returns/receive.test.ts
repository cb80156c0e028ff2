import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { confirmDelivery } from "#app/domain/deliveries/confirm.server.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { handOverDelivery } from "#app/domain/deliveries/hand-over.server.ts";
import { ConfirmDelivery, HandOverDelivery } from "#app/domain/deliveries/schema.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { getReturn } from "#app/domain/returns/get.server.ts";
import { listReturns } from "#app/domain/returns/list.server.ts";
import { allBalances, heldBy } from "#tests/support/kits.ts";
import { bringBack } from "#tests/support/returns.ts";
import { packedWorld, roadWorld } from "#tests/support/road.ts";
import { loseGoods } from "#tests/support/write-offs.ts";
import type { World } from "#tests/support/world.ts";

/** 60 masks signed for at the site, of which 4 were missing. */
async function signedWorld() {
  const made = await roadWorld();
  await confirmDelivery(
    { kind: "receiver", address: "192.0.2.1" },
    uuidv7(),
    ConfirmDelivery.parse({
      code: made.delivery.code,
      pin: made.delivery.pin,
      name: "刘书记",
      lines: [{ n: 1, good: "56", reason: "short_packed" }],
    }),
  );
  return made;
}

const handOver = (world: World, deliveryId: string, quantity?: string) =>
  handOverDelivery(
    world.actors.site_contact,
    uuidv7(),
    HandOverDelivery.parse({
      deliveryId,
      households: "5",
      people: "9",
      handedOn: "2022-04-04",
      lines: quantity ? [{ n: 1, quantity }] : [],
    }),
  );

test("what came back stands in quarantine, what was signed for stays as it was, and the rest is handed on", async () => {
  const { world, delivery } = await signedWorld();
  const asset = (await getDelivery(world.actors.auditor, delivery.id)).lines[0]!.picks[0]!.assetId;
  await handOver(world, delivery.id, "20");
  const made = await bringBack(world, delivery.id, "30", { into: "quarantine" });
  expect(made.number).toMatch(/^TH-\d{4}-000001$/);
  expect(await heldBy(world, asset, "quarantine")).toEqual({ amount: 30n, valueFen: 6000n });
  expect((await heldBy(world, asset, "site")).amount).toBe(6n);
  await loseGoods(world, asset, { accountId: `${world.warehouse.quarantineAccountId}` });
  expect((await heldBy(world, asset, "quarantine")).amount).toBe(23n);
  const [line] = (await getDelivery(world.actors.auditor, delivery.id)).lines;
  expect(line).toMatchObject({ good: 56n, short: 4n, handedOver: 20n, returned: 30n });
  expect(await getReturn(world.actors.auditor, made.id)).toMatchObject({
    number: made.number,
    deliveryNumber: delivery.number,
    into: "quarantine",
    lots: [{ item: "医用外科口罩", quantity: 30n }],
  });
  const { rows } = await listReturns(world.actors.auditor, { deliveryId: delivery.id });
  expect(rows.map(({ id }) => id)).toEqual([made.id]);
  await handOver(world, delivery.id);
  expect(await heldBy(world, asset, "site")).toEqual({ amount: 0n, valueFen: 0n });
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("more than is still at the site is refused, also when two come at once, and nothing changes", async () => {
  const { world, delivery } = await signedWorld();
  await handOver(world, delivery.id, "20");
  const before = await allBalances(world);
  await expect(bringBack(world, delivery.id, "37")).rejects.toMatchObject({
    code: "more_than_left",
    params: { item: "医用外科口罩", unit: "只", wanted: "37", left: "36" },
  });
  const twice = {
    lines: [
      { n: 1, quantity: "30" },
      { n: 1, quantity: "30" },
    ],
  };
  await expect(bringBack(world, delivery.id, "", twice)).rejects.toMatchObject({
    params: { wanted: "30", left: "6" },
  });
  await expect(bringBack(world, delivery.id, "", { lines: [{ n: 2, quantity: "1" }] })).rejects.toMatchObject(
    {
      code: "invalid",
    },
  );
  expect(await allBalances(world)).toEqual(before);
  const both = await Promise.allSettled([
    bringBack(world, delivery.id, "30"),
    bringBack(world, delivery.id, "30"),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("the same request is one return; nothing comes back of what is not signed for, nor of another organization's", async () => {
  const { world, delivery } = await signedWorld();
  const theirs = await packedWorld();
  const requestId = uuidv7();
  const first = await bringBack(world, delivery.id, "10", {}, requestId);
  expect(await bringBack(world, delivery.id, "10", {}, requestId)).toEqual(first);
  await expect(bringBack(theirs.world, theirs.delivery.id, "1")).rejects.toMatchObject({
    code: "stale",
    params: { what: "delivery" },
  });
  await expect(bringBack(world, theirs.delivery.id, "1")).rejects.toMatchObject({
    code: "not_found",
    params: { what: "delivery" },
  });
  const elsewhere = { warehouseId: theirs.world.warehouse.id };
  await expect(bringBack(world, delivery.id, "1", elsewhere)).rejects.toMatchObject({
    params: { what: "warehouse" },
  });
});
