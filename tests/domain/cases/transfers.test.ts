import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, notices } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { getCase } from "#app/domain/cases/get.server.ts";
import { listCases } from "#app/domain/cases/list.server.ts";
import { listReplacements } from "#app/domain/cases/replacements.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { refreshPublicSummary } from "#app/domain/reports/refresh-public-summary.server.ts";
import { heldAt } from "#tests/support/boxes.ts";
import { casesOf, close, decide, goodsIn } from "#tests/support/cases.ts";
import { heldBy } from "#tests/support/kits.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { receiveLots, secondWarehouse, sendLots } from "#tests/support/transfers.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

/** Of 70 masks worth 70 yuan 60 came good, 4 came damaged and 6 did not come. */
async function shortTransfer() {
  const world = await makeWorld();
  const there = await secondWarehouse(world);
  const [lot = ""] = await stockMasks(world, { quantity: "100", value: "100" });
  const transfer = await sendLots(world, there.id, [[lot, "70"]]);
  await receiveLots(world, transfer.id, [{ n: 1, received: "60", damaged: "4", remark: "淋了雨" }]);
  const [damaged, short] = await casesOf(world);
  return { world, there, lot, transfer, damaged: damaged!, short: short! };
}

async function fresh() {
  await refreshPublicSummary();
  return publicSummary();
}

const dockOf = (world: World, lot: string) => heldBy(world, lot, "dock");

test("what came damaged and what did not come are a case each, with their share of the value", async () => {
  const { world, there, transfer, damaged, short } = await shortTransfer();
  expect([damaged, short]).toMatchObject([
    { kind: "damaged", quantity: 4n, about: "transfer", journey: transfer.number, way: "测试仓 → 二号仓" },
    { kind: "short", quantity: 6n, item: "医用外科口罩" },
  ]);
  expect(await getCase(world.actors.auditor, short.id)).toMatchObject({
    from: "测试仓",
    to: "二号仓",
    sentBy: "warehouse_keeper",
    receivedBy: "administrator",
    remark: "淋了雨",
    lines: [{ quantity: 70n, good: 60n, damaged: 4n, short: 6n }],
    lots: [{ quantity: 6n, valueFen: 600n }],
  });
  expect(await goodsIn(world, "dispute")).toEqual([10, 1000]);
  const { auditor } = world.actors;
  expect((await listCases(auditor, { transferId: transfer.id })).total).toBe(2);
  expect((await listCases(auditor, { warehouseId: world.warehouse.id })).total).toBe(2);
  expect((await listCases(auditor, { warehouseId: there.id })).total).toBe(2);
  const told = await db.select().from(notices).where(eq(notices.subjectId, short.id));
  expect(told).toMatchObject([
    {
      kind: "case_opened",
      role: "warehouse_keeper",
      detail: { number: short.number, delivery: transfer.number, site: "测试仓 → 二号仓" },
    },
  ]);
});

test("found at either dock it is stock again there and no longer lost; written off it stays lost", async () => {
  const before = (await fresh()).goods;
  const { world, lot, damaged, short } = await shortTransfer();
  const missing = (await fresh()).goods;
  expect(missing.lostFen - before.lostFen).toBe(1000n);
  const docks = await dockOf(world, lot);
  await decide(world, short.id, { decision: "found", foundAt: "origin" });
  expect(await dockOf(world, lot)).toEqual({ amount: docks.amount + 6n, valueFen: docks.valueFen + 600n });
  expect(await heldBy(world, lot, "transfer")).toEqual({ amount: 0n, valueFen: 0n });
  expect(await getCase(world.actors.auditor, short.id)).toMatchObject({
    wentTo: "dock",
    foundIn: "测试仓",
    decidedBy: "fund_officer",
  });
  await decide(world, damaged.id, { decision: "written_off" });
  expect(await goodsIn(world, "dispute")).toEqual([0, 0]);
  expect(await goodsIn(world, "loss")).toEqual([4, 400]);
  const after = (await fresh()).goods;
  expect(after.lostFen - before.lostFen).toBe(400n);
  expect(after.handedOutFen).toBe(before.handedOutFen);
  await close(world, short.id);
  const told = await db.select().from(notices).where(eq(notices.subjectId, short.id));
  expect(told.map(({ kind }) => kind).sort()).toEqual(["case_decided", "case_opened"]);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("found in the other warehouse it stands at that dock", async () => {
  const { world, there, lot, short } = await shortTransfer();
  await decide(world, short.id, { decision: "found", foundAt: "destination" });
  expect(await getCase(world.actors.auditor, short.id)).toMatchObject({ foundIn: "二号仓" });
  expect(await heldAt(there.dockAccountId, lot)).toBe(66n);
});

test("a transfer is not sent again in its stead, nor found at a site; its sender does not decide", async () => {
  const { world, short } = await shortTransfer();
  expect(await listReplacements(short.id)).toEqual([]);
  await expect(
    decide(world, short.id, { decision: "replaced", replacementId: uuidv7() }),
  ).rejects.toMatchObject({ params: { fields: { decision: "decision_unfit" } } });
  await expect(decide(world, short.id, { decision: "found", foundAt: "site" })).rejects.toMatchObject({
    params: { fields: { foundAt: "choose" } },
  });
  const sender: UserActor = { ...world.actors.warehouse_keeper, roles: ["administrator"] };
  expect(await refusalCode(decide(world, short.id, { decision: "written_off" }, uuidv7(), sender))).toBe(
    "duties_apart",
  );
  expect(await goodsIn(world, "dispute")).toEqual([10, 1000]);
});

test("more damaged than did not come good is refused beside its line", async () => {
  const world = await makeWorld();
  const there = await secondWarehouse(world);
  const [lot = ""] = await stockMasks(world, { quantity: "100" });
  const { id } = await sendLots(world, there.id, [[lot, "10"]]);
  const tooMany = receiveLots(world, id, [{ n: 1, received: "8", damaged: "3", remark: "破了" }]);
  await expect(tooMany).rejects.toMatchObject({
    params: { fields: { "lines.0.damaged": "more_than_sent" } },
  });
  expect(await casesOf(world)).toEqual([]);
});
