import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { approveWriteOff } from "#app/domain/write-offs/approve.server.ts";
import { getWriteOff, listWriteOffs } from "#app/domain/write-offs/get.server.ts";
import { rejectWriteOff } from "#app/domain/write-offs/reject.server.ts";
import { ApproveWriteOff } from "#app/domain/write-offs/schema.ts";
import { putAway } from "#app/domain/stock/put-away.server.ts";
import { allBalances, heldBy } from "#tests/support/kits.ts";
import { askToWriteOff, loseGoods } from "#tests/support/write-offs.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const approve = (actor: World["actors"]["administrator"], writeOffId: string, overrideReason?: string) =>
  approveWriteOff(actor, uuidv7(), ApproveWriteOff.parse({ writeOffId, overrideReason, remark: "已看照片" }));

test("asking moves nothing; somebody else approves, and then the goods are lost, with every fen", async () => {
  const world = await makeWorld();
  const { warehouse_keeper, fund_officer, auditor } = world.actors;
  const [lot = ""] = await stockMasks(world, { quantity: "100", value: "33.34" });
  const before = await allBalances(world);
  const asked = await askToWriteOff(world, lot, { quantity: "30", evidence: "照片 3 张" });
  expect(asked.number).toMatch(/^BS-\d{4}-000001$/);
  expect(await allBalances(world)).toEqual(before);
  await expect(approve(warehouse_keeper, asked.id)).rejects.toMatchObject({ code: "duties_apart" });
  expect(await allBalances(world)).toEqual(before);
  const { entryId } = await approve(fund_officer, asked.id);
  expect(await heldBy(world, lot, "dock")).toEqual({ amount: 70n, valueFen: 2334n });
  expect(await getWriteOff(auditor, asked.id)).toMatchObject({
    status: "approved",
    item: "医用外科口罩",
    quantity: 30n,
    evidence: "照片 3 张",
    requestedBy: "warehouse_keeper",
    decidedBy: "fund_officer",
    decisionRemark: "已看照片",
    overrideReason: null,
    takenBack: false,
  });
  await reverseEntry(world.actors.administrator, uuidv7(), { entryId, reason: "又找到了" });
  expect(await allBalances(world)).toEqual(before);
  expect(await getWriteOff(auditor, asked.id)).toMatchObject({ takenBack: true });
});

test("in an emergency one person does both, with the reason kept; the database holds the rule too", async () => {
  const world = await makeWorld();
  const { warehouse_keeper, auditor } = world.actors;
  const [lot = ""] = await stockMasks(world, { quantity: "100" });
  const asked = await askToWriteOff(world, lot);
  const forced = db.execute(sql`
    update write_offs set decided_by = requested_by, decided_at = now() where id = ${asked.id}`);
  await expect(forced).rejects.toMatchObject({ cause: { constraint_name: "write_off_duties_apart" } });
  await approve(warehouse_keeper, asked.id, "深夜漏水，仓库只有一个人");
  expect(await getWriteOff(auditor, asked.id)).toMatchObject({
    status: "approved",
    overrideReason: "深夜漏水，仓库只有一个人",
  });
});

test("rejected, with a word; decided once; what waits comes first in the list", async () => {
  const world = await makeWorld();
  const { fund_officer, administrator, auditor } = world.actors;
  const [lot = ""] = await stockMasks(world, { quantity: "100" });
  const waiting = await askToWriteOff(world, lot);
  const asked = await askToWriteOff(world, lot);
  const reject = () => rejectWriteOff(fund_officer, uuidv7(), { writeOffId: asked.id, remark: "里面没湿" });
  await reject();
  await expect(reject()).rejects.toMatchObject({ code: "stale", params: { what: "write-off" } });
  await expect(approve(administrator, asked.id)).rejects.toMatchObject({ code: "stale" });
  expect((await heldBy(world, lot, "dock")).amount).toBe(100n);
  const { rows } = await listWriteOffs(auditor);
  expect(rows.map(({ id, status }) => [id, status])).toEqual([
    [waiting.id, "requested"],
    [asked.id, "rejected"],
  ]);
  const both = await Promise.allSettled([
    approve(fund_officer, waiting.id),
    approve(administrator, waiting.id),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await heldBy(world, lot, "dock")).amount).toBe(93n);
});

test("goods that have gone meanwhile are not lost again, and the request still stands", async () => {
  const world = await makeWorld();
  const [lot = ""] = await stockMasks(world, { quantity: "10" });
  const asked = await askToWriteOff(world, lot, { quantity: "8" });
  await putAway(world.actors.warehouse_keeper, uuidv7(), {
    warehouseId: world.warehouse.id,
    lines: [{ assetId: lot, binId: world.bin.id, quantity: 5n }],
  });
  await expect(approve(world.actors.fund_officer, asked.id)).rejects.toMatchObject({
    code: "insufficient_stock",
    params: { item: "医用外科口罩", wanted: "8", available: "5" },
  });
  expect(await getWriteOff(world.actors.auditor, asked.id)).toMatchObject({ status: "requested" });
});

test("more than there is, packed goods and others' are refused; from a bin goods may be lost", async () => {
  const [world, theirs] = [await makeWorld(), await makeWorld()];
  const [lot = ""] = await stockMasks(world, { quantity: "100" });
  const [theirLot = ""] = await stockMasks(theirs, { quantity: "100" });
  await expect(askToWriteOff(world, lot, { quantity: "101" })).rejects.toMatchObject({
    code: "insufficient_stock",
    params: { wanted: "101", available: "100" },
  });
  await expect(askToWriteOff(world, theirLot)).rejects.toMatchObject({ code: "not_found" });
  const staging = { accountId: `${world.warehouse.stagingAccountId}` };
  await expect(askToWriteOff(world, lot, staging)).rejects.toMatchObject({ code: "not_found" });
  const asked = await askToWriteOff(world, lot);
  await expect(approve(theirs.actors.administrator, asked.id)).rejects.toMatchObject({ code: "not_found" });
  await putAway(world.actors.warehouse_keeper, uuidv7(), {
    warehouseId: world.warehouse.id,
    lines: [{ assetId: lot, binId: world.bin.id, quantity: 20n }],
  });
  await loseGoods(world, lot, { accountId: `${world.bin.accountId}` });
  expect((await heldBy(world, lot, "bin")).amount).toBe(13n);
});
