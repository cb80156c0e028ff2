import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import { confirmDelivery } from "#app/domain/deliveries/confirm.server.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { handOverDelivery } from "#app/domain/deliveries/hand-over.server.ts";
import { ConfirmDelivery, CreateDelivery, HandOverDelivery } from "#app/domain/deliveries/schema.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const receiver = { kind: "receiver", address: "127.0.0.1" } as const;

const toCreate = (world: World, quantity: string) =>
  CreateDelivery.parse({
    warehouseId: world.warehouse.id,
    siteId: world.site.id,
    boxes: "1",
    lines: [{ itemId: world.mask.id, quantity }],
  });

async function held(kind: string, world: World): Promise<{ amount: string; valueFen: string }> {
  const [row] = await db.execute<{ amount: string; valueFen: string }>(sql`
    select coalesce(sum(b.amount), 0)::text as amount, coalesce(sum(b.value_fen), 0)::text as "valueFen"
    from balances b join accounts a on a.id = b.account_id
    where a.organization_id = ${world.organizationId} and a.kind = ${kind} and b.asset_id <> 1`);
  return row!;
}

test("a gift goes from the dock to the households, and every fen goes with it", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "100", value: "33.34" });
  const created = await createDelivery(world.actors.warehouse_keeper, uuidv7(), toCreate(world, "70"));
  expect(await held("staging", world)).toEqual({ amount: "70", valueFen: "2333" });
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: created.id });
  const confirmation = await confirmDelivery(
    receiver,
    uuidv7(),
    ConfirmDelivery.parse({
      code: created.code,
      pin: created.pin,
      name: "刘书记",
      lines: [{ n: 1, good: "66", reason: "short_packed" }],
    }),
  );
  expect(confirmation.lines).toEqual([
    { n: 1, good: "66", short: "4", damaged: "0", extra: "0", toCome: "0" },
  ]);
  expect(await held("site", world)).toEqual({ amount: "66", valueFen: "2199" });
  expect(await held("dispute", world)).toEqual({ amount: "4", valueFen: "134" });
  await handOverDelivery(
    world.actors.site_contact,
    uuidv7(),
    HandOverDelivery.parse({
      deliveryId: created.id,
      households: "20",
      people: "50",
      handedOn: "2022-03-20",
    }),
  );
  expect(await held("site", world)).toEqual({ amount: "0", valueFen: "0" });
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("of two deliveries of the last stock at once, exactly one succeeds, and the other is told what is short", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "100" });
  const both = await Promise.allSettled([
    createDelivery(world.actors.warehouse_keeper, uuidv7(), toCreate(world, "80")),
    createDelivery(world.actors.administrator, uuidv7(), toCreate(world, "80")),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = both.find((one) => one.status === "rejected");
  expect(refused?.reason).toMatchObject({
    code: "insufficient_stock",
    params: { item: "医用外科口罩", wanted: "80", available: "20" },
  });
});

test("the same dispatch sent twice at once, by two people, happens once", async () => {
  const world = await makeWorld();
  await stockMasks(world, {});
  const created = await createDelivery(world.actors.warehouse_keeper, uuidv7(), toCreate(world, "100"));
  const both = await Promise.allSettled([
    dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: created.id }),
    dispatchDelivery(world.actors.administrator, uuidv7(), { deliveryId: created.id }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await held("delivery", world)).toMatchObject({ amount: "100" });
});

test("the same confirmation sent ten times at once is one entry and one answer", async () => {
  const world = await makeWorld();
  await stockMasks(world, {});
  const created = await createDelivery(world.actors.warehouse_keeper, uuidv7(), toCreate(world, "10"));
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: created.id });
  const requestId = uuidv7();
  const input = ConfirmDelivery.parse({ code: created.code, pin: created.pin, name: "刘书记" });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => confirmDelivery(receiver, requestId, input)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from entries where document_id = ${created.id} and kind = 'delivery.confirm'`);
  expect(row?.count).toBe(1);
});

test("five wrong PINs lock a delivery, and a wrong PIN is counted although it is refused", async () => {
  const world = await makeWorld();
  await stockMasks(world, {});
  const created = await createDelivery(world.actors.warehouse_keeper, uuidv7(), toCreate(world, "10"));
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: created.id });
  const wrong = created.pin === "0000" ? "0001" : "0000";
  const attempt = (pin: string) =>
    confirmDelivery(receiver, uuidv7(), ConfirmDelivery.parse({ code: created.code, pin, name: "某人" }));
  for (const left of [4, 3, 2, 1, 0]) {
    await expect(attempt(wrong)).rejects.toMatchObject({ code: "wrong_pin", params: { left } });
  }
  await expect(attempt(created.pin)).rejects.toMatchObject({ code: "pin_locked" });
});

test("a cancelled delivery's goods stand again where they were picked", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "100", value: "10" });
  const before = await held("dock", world);
  const created = await createDelivery(world.actors.warehouse_keeper, uuidv7(), toCreate(world, "33"));
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: created.id });
  await cancelDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: created.id, reason: "封路" });
  expect(await held("dock", world)).toEqual(before);
  await expect(
    confirmDelivery(
      receiver,
      uuidv7(),
      ConfirmDelivery.parse({ code: created.code, pin: created.pin, name: "某人" }),
    ),
  ).rejects.toMatchObject({ code: "delivery_cancelled" });
});
