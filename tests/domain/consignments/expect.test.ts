import { asc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, expect, test } from "vitest";
import { consignmentLines, consignments, db, entries, itemAliases, labels } from "#db";
import { addLine } from "#app/domain/consignments/add-line.server.ts";
import { cancelConsignment } from "#app/domain/consignments/cancel.server.ts";
import { expectConsignment } from "#app/domain/consignments/expect.server.ts";
import { fillInConsignment } from "#app/domain/consignments/fill-in.server.ts";
import { getByLink } from "#app/domain/consignments/get-by-link.server.ts";
import { openConsignment } from "#app/domain/consignments/open.server.ts";
import {
  AddLine,
  ExpectConsignment,
  FillInConsignment,
  OpenConsignment,
} from "#app/domain/consignments/schema.ts";
import { shareConsignment } from "#app/domain/consignments/share.server.ts";
import { receiveGoods } from "#app/domain/gifts/receive-goods.server.ts";
import { ReceiveGoods } from "#app/domain/gifts/schema.ts";
import { recordPledge } from "#app/domain/pledges/record.server.ts";
import { RecordPledge } from "#app/domain/pledges/schema.ts";
import { announce, blankLabels, count, receive, statusOf } from "#tests/support/consignments.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let other: World;
beforeAll(async () => {
  world = await makeWorld();
  other = await makeWorld();
});

const promiseGoods = (of: World, quantity: string, more: object = {}) =>
  recordPledge(
    of.actors.fund_officer,
    uuidv7(),
    RecordPledge.parse({
      ...{ kind: "goods", donor: "示例科技公司", pledgedOn: "2022-03-20" },
      ...{ lines: [{ item: of.mask.name, unit: "只", quantity }], ...more },
    }),
  );

const linesOf = (id: string) =>
  db
    .select()
    .from(consignmentLines)
    .where(eq(consignmentLines.consignmentId, id))
    .orderBy(asc(consignmentLines.n));

test("what was announced is written in base units and is in nobody's books", async () => {
  await db
    .insert(itemAliases)
    .values({ organizationId: world.organizationId, name: "外科口罩", itemId: world.mask.id });
  const { id, number } = await announce(world, [
    { item: "外科口罩", unitValue: "0.5", expiresOn: "2030-01-01" },
    { item: "从没见过的东西", unit: "台", quantity: "2", packName: null, packSize: null },
  ]);
  expect(number).toMatch(/^DH-\d{4}-\d{6}$/);
  expect(await statusOf(id)).toMatchObject({ status: "expected", donor: "测试捐赠有限公司" });
  expect(await linesOf(id)).toMatchObject([
    { n: 1, itemId: world.mask.id, expected: 1000n, counted: 0n, packSize: 100n, valueFen: 50_000n },
    { n: 2, itemId: null, expected: 2n, valueFen: null },
  ]);
  expect(await db.select().from(entries).where(eq(entries.documentId, id))).toEqual([]);
});

test("of a pledge what is still to come is expected, in its donor's name and for its purpose", async () => {
  const pledge = await promiseGoods(world, "1000", { restrictedTo: "金桥镇", dueOn: "2022-05-01" });
  await receiveGoods(
    world.actors.warehouse_keeper,
    uuidv7(),
    ReceiveGoods.parse({
      warehouseId: world.warehouse.id,
      pledgeId: pledge.id,
      receivedOn: "2022-04-01",
      lines: [{ item: world.mask.name, unit: "只", quantity: "400" }],
    }),
  );
  const input = ExpectConsignment.parse({ warehouseId: world.warehouse.id, pledgeId: pledge.id });
  const { id } = await expectConsignment(world.actors.fund_officer, uuidv7(), input);
  expect(await statusOf(id)).toMatchObject({ donor: "示例科技公司", expectedOn: "2022-05-01" });
  expect(await linesOf(id)).toMatchObject([{ expected: 600n, restrictedTo: "金桥镇" }]);
});

test("another organization's warehouse and pledge are not found", async () => {
  const theirs = await promiseGoods(other, "1");
  const ask = (input: object) =>
    refusalCode(
      expectConsignment(
        world.actors.fund_officer,
        uuidv7(),
        ExpectConsignment.parse({ warehouseId: world.warehouse.id, ...input }),
      ),
    );
  expect(await ask({ warehouseId: other.warehouse.id })).toBe("not_found");
  expect(await ask({ pledgeId: theirs.id })).toBe("not_found");
});

test("an unannounced consignment has its request's id, however often it is sent", async () => {
  const requestId = uuidv7();
  const open = () =>
    openConsignment(
      world.actors.warehouse_keeper,
      requestId,
      OpenConsignment.parse({ warehouseId: world.warehouse.id, donor: "某某" }),
    );
  const [first, again] = [await open(), await open()];
  expect(first.id).toBe(requestId);
  expect(again).toEqual(first);
  expect(await statusOf(requestId)).toMatchObject({ status: "counting", preparedBy: null });
});

const goods = [{ item: "医用外科口罩", unit: "只", quantity: "3", packName: "箱", packSize: "50" }];
const fillIn = (token: string, input: object = {}) =>
  fillInConsignment(
    { kind: "receiver", address: "192.0.2.9" },
    uuidv7(),
    FillInConsignment.parse({ token, lines: goods, ...input }),
  );

test("the donor fills in by the link, again and again, until the goods are counted", async () => {
  const { id } = await announce(world);
  const { token } = await shareConsignment(world.actors.fund_officer, uuidv7(), { consignmentId: id });
  await fillIn(token, { donor: "爱心厂", expectedBoxes: "7" });
  await fillIn(token, { lines: [{ ...goods[0], quantity: "4" }] });
  expect(await linesOf(id)).toMatchObject([{ n: 1, expected: 200n }]);
  expect(await statusOf(id)).toMatchObject({ donor: "爱心厂", donorFilledAt: expect.any(Date) });
  expect(await getByLink(token)).toMatchObject({ status: "expected", filledIn: true, donor: "爱心厂" });
  await count(world, id, { packs: "1" });
  expect(await refusalCode(fillIn(token))).toBe("consignment_counting");
  expect(await linesOf(id)).toMatchObject([{ expected: 200n, counted: 50n }]);
  expect(await getByLink(token)).toMatchObject({ status: "counting" });
});

test("a link that was renewed, is too old or was never made has expired", async () => {
  const { id } = await announce(world);
  const share = () => shareConsignment(world.actors.fund_officer, uuidv7(), { consignmentId: id });
  const [first, second] = [await share(), await share()];
  expect(await refusalCode(getByLink(first.token))).toBe("link_expired");
  expect(await refusalCode(fillIn(first.token))).toBe("link_expired");
  expect(await refusalCode(fillIn("never made"))).toBe("link_expired");
  await db
    .update(consignments)
    .set({ linkExpiresAt: new Date(0) })
    .where(eq(consignments.id, id));
  expect(await refusalCode(fillIn(second.token))).toBe("link_expired");
  expect((await statusOf(id)).donorFilledAt).toBeNull();
});

test("the same request makes the same link, and no table keeps it", async () => {
  const { id } = await announce(world);
  const requestId = uuidv7();
  const share = () => shareConsignment(world.actors.fund_officer, requestId, { consignmentId: id });
  const { token } = await share();
  expect((await share()).token).toBe(token);
  expect((await statusOf(id)).linkHash).not.toContain(token);
  expect(
    await refusalCode(shareConsignment(other.actors.fund_officer, uuidv7(), { consignmentId: id })),
  ).toBe("not_found");
});

test("goods that no line names get a line of their own", async () => {
  const { id } = await announce(world);
  const add = (line: object) =>
    addLine(world.actors.warehouse_keeper, uuidv7(), AddLine.parse({ consignmentId: id, goods: line }));
  expect(await add({ item: "洗手液", unit: "瓶", quantity: "2", packName: "箱", packSize: "12" })).toEqual({
    id,
    n: 2,
  });
  await add({ item: "毛巾", unit: "条" });
  expect(await linesOf(id)).toMatchObject([
    { n: 1 },
    { n: 2, expected: null, counted: 24n },
    { n: 3, expected: null, counted: 0n },
  ]);
  expect(await statusOf(id)).toMatchObject({
    status: "counting",
    preparedBy: world.actors.warehouse_keeper.userId,
  });
});

test("a consignment is called off with the reason, but not while boxes of it stand at the dock", async () => {
  const { id } = await announce(world);
  const cancel = (consignmentId: string) =>
    cancelConsignment(world.actors.fund_officer, uuidv7(), { consignmentId, reason: "不来了" });
  await cancel(id);
  expect(await statusOf(id)).toMatchObject({ status: "cancelled", cancelledReason: "不来了" });
  expect(await refusalCode(cancel(id))).toBe("consignment_closed");
  expect(await refusalCode(count(world, id, { counted: "1" }))).toBe("consignment_closed");
  const { id: boxed } = await announce(world);
  const [code = ""] = await blankLabels(world, 1);
  await receive(world, boxed, code);
  expect(await refusalCode(cancel(boxed))).toBe("consignment_has_boxes");
  expect((await statusOf(boxed)).status).toBe("counting");
  expect(await db.select().from(labels).where(eq(labels.code, code))).toMatchObject([
    { boxId: expect.any(String) },
  ]);
});
