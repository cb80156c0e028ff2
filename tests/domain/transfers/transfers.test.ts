import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { cancelTransfer } from "#app/domain/transfers/cancel.server.ts";
import { getTransfer } from "#app/domain/transfers/get.server.ts";
import { listTransfers } from "#app/domain/transfers/list.server.ts";
import { receiveTransfer } from "#app/domain/transfers/receive.server.ts";
import { ReceiveTransfer, SendTransfer } from "#app/domain/transfers/schema.ts";
import { allBalances, heldBy } from "#tests/support/kits.ts";
import { receiveLots, secondWarehouse, sendLots } from "#tests/support/transfers.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";

test("goods go from one warehouse's dock to the other's, and every fen with them", async () => {
  const world = await makeWorld();
  const there = await secondWarehouse(world);
  const [lot = ""] = await stockMasks(world, { quantity: "100", value: "33.34" });
  const sent = await sendLots(world, there.id, [[lot, "70"]]);
  expect(sent.number).toMatch(/^DB-\d{4}-000001$/);
  expect(await heldBy(world, lot, "transfer")).toEqual({ amount: 70n, valueFen: 2333n });
  expect(await getTransfer(world.actors.auditor, sent.id)).toMatchObject({
    status: "sent",
    from: "测试仓",
    to: "二号仓",
    sentBy: "warehouse_keeper",
    lines: [{ n: 1, item: "医用外科口罩", quantity: 70n, received: null }],
  });
  await receiveLots(world, sent.id, [{ n: 1, received: "67", remark: "少一包" }]);
  expect(await heldBy(world, lot, "transfer")).toEqual({ amount: 0n, valueFen: 0n });
  expect(await heldBy(world, lot, "dispute")).toEqual({ amount: 3n, valueFen: 100n });
  const { rows } = await listTransfers(world.actors.auditor, { status: "received" });
  expect(rows.map(({ number, lines, item }) => [number, lines, item])).toEqual([
    [sent.number, 1, "医用外科口罩"],
  ]);
  expect(await getTransfer(world.actors.auditor, sent.id)).toMatchObject({
    receivedBy: "administrator",
    lines: [{ received: 67n, remark: "少一包" }],
  });
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("nothing of a line came: all of it is in dispute", async () => {
  const world = await makeWorld();
  const there = await secondWarehouse(world);
  const [first = "", second = ""] = await stockMasks(
    world,
    { quantity: "10", value: "1" },
    { quantity: "5" },
  );
  const sent = await sendLots(world, there.id, [
    [first, "10"],
    [second, "5"],
  ]);
  await receiveLots(world, sent.id, [{ n: 1, received: "0", remark: "整箱没到" }]);
  expect(await heldBy(world, first, "dispute")).toEqual({ amount: 10n, valueFen: 100n });
  expect((await heldBy(world, second, "dock")).amount).toBe(5n);
});

test("called back, the goods stand where they were taken from; then nobody receives them", async () => {
  const world = await makeWorld();
  const there = await secondWarehouse(world);
  const [lot = ""] = await stockMasks(world, { quantity: "100", value: "0.10" });
  const before = await allBalances(world);
  const sent = await sendLots(world, there.id, [[lot, "33"]]);
  const cancel = () =>
    cancelTransfer(world.actors.dispatcher, uuidv7(), { transferId: sent.id, reason: "车坏了" });
  await cancel();
  expect(await allBalances(world)).toEqual(before);
  await expect(receiveLots(world, sent.id)).rejects.toMatchObject({ code: "stale" });
  await expect(cancel()).rejects.toMatchObject({ code: "stale", params: { what: "transfer" } });
});

test("more than there is, packed goods, the same warehouse and others' are refused, and nothing changes", async () => {
  const [world, theirs] = [await makeWorld(), await makeWorld()];
  const there = await secondWarehouse(world);
  const [lot = ""] = await stockMasks(world, { quantity: "100" });
  const [theirLot = ""] = await stockMasks(theirs, { quantity: "100" });
  const before = await allBalances(world);
  await expect(sendLots(world, there.id, [[lot, "101"]])).rejects.toMatchObject({
    code: "insufficient_stock",
    params: { item: "医用外科口罩", unit: "只", wanted: "101", available: "100" },
  });
  await expect(
    sendLots(world, there.id, [
      [lot, "60"],
      [lot, "60"],
    ]),
  ).rejects.toMatchObject({
    params: { wanted: "60", available: "40" },
  });
  await expect(sendLots(world, theirs.warehouse.id, [[lot, "1"]])).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(sendLots(world, there.id, [[theirLot, "1"]])).rejects.toMatchObject({ code: "not_found" });
  const staging = { assetId: lot, accountId: `${world.warehouse.stagingAccountId}`, quantity: "1" };
  await expect(sendLots(world, there.id, [], { lines: [staging] })).rejects.toMatchObject({
    code: "not_found",
  });
  const same = { fromWarehouseId: there.id, toWarehouseId: there.id, lines: [staging] };
  expect(SendTransfer.safeParse(same).error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["toWarehouseId", "same_warehouse"],
  ]);
  expect(await allBalances(world)).toEqual(before);
});

test("whoever sent it does not receive it; counts that cannot be are refused beside their line", async () => {
  const [world, theirs] = [await makeWorld(), await makeWorld()];
  const there = await secondWarehouse(world);
  const [lot = ""] = await stockMasks(world, { quantity: "100" });
  const sent = await sendLots(world, there.id, [[lot, "10"]]);
  const own = ReceiveTransfer.parse({ transferId: sent.id });
  const before = await allBalances(world);
  await expect(receiveTransfer(world.actors.warehouse_keeper, uuidv7(), own)).rejects.toMatchObject({
    code: "duties_apart",
  });
  await expect(receiveTransfer(theirs.actors.administrator, uuidv7(), own)).rejects.toMatchObject({
    code: "not_found",
    params: { what: "transfer" },
  });
  const fieldsOf = (line: { n: number; received: string; remark?: string }) =>
    receiveLots(world, sent.id, [line]).then(
      () => null,
      (error: { params: { fields: unknown } }) => error.params.fields,
    );
  expect(await fieldsOf({ n: 1, received: "11" })).toEqual({ "lines.0.received": "more_than_sent" });
  expect(await fieldsOf({ n: 1, received: "9" })).toEqual({ "lines.0.remark": "reason_required" });
  expect(await fieldsOf({ n: 2, received: "1" })).toEqual({ "lines.0.n": "line_unknown" });
  expect(await allBalances(world)).toEqual(before);
});

test("what a program sent no program receives: a second token is no second person", async () => {
  const world = await makeWorld();
  const there = await secondWarehouse(world);
  const [lot = ""] = await stockMasks(world, { quantity: "100" });
  const token = () => ({ ...world.actors.warehouse_keeper, kind: "token", tokenId: uuidv7() }) as const;
  const sender = { ...world, actors: { ...world.actors, warehouse_keeper: token() as never } };
  const sent = await sendLots(sender, there.id, [[lot, "10"]]);
  const own = ReceiveTransfer.parse({ transferId: sent.id });
  await expect(receiveTransfer(token(), uuidv7(), own)).rejects.toMatchObject({ code: "duties_apart" });
  await receiveTransfer(world.actors.administrator, uuidv7(), own);
});

test("sent twice is one transfer; receiving and calling back at once, one of them happens", async () => {
  const world = await makeWorld();
  const there = await secondWarehouse(world);
  const [lot = ""] = await stockMasks(world, { quantity: "100" });
  const requestId = uuidv7();
  const [one, other] = await Promise.all([
    sendLots(world, there.id, [[lot, "10"]], {}, requestId),
    sendLots(world, there.id, [[lot, "10"]], {}, requestId),
  ]);
  expect(one).toEqual(other);
  expect((await heldBy(world, lot, "transfer")).amount).toBe(10n);
  const both = await Promise.allSettled([
    receiveLots(world, one.id),
    cancelTransfer(world.actors.dispatcher, uuidv7(), { transferId: one.id, reason: "车坏了" }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await heldBy(world, lot, "transfer", "dispute")).toMatchObject({ amount: 0n });
  expect((await heldBy(world, lot, "dock")).amount).toBe(100n);
});
