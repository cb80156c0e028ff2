import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { boxContents, boxes, db } from "#db";
import { labelUrl } from "#app/domain/code.ts";
import { labelBins } from "#app/domain/labels/for-bins.server.ts";
import { labelLot } from "#app/domain/labels/for-lot.server.ts";
import { stockLabelsIn } from "#app/domain/labels/list-stock-labels.server.ts";
import { mintLabels } from "#app/domain/labels/mint.server.ts";
import { printBlankLabels } from "#app/domain/labels/print-blank.server.ts";
import { replaceLabel } from "#app/domain/labels/replace.server.ts";
import { selectionQuery } from "#app/domain/labels/selection.ts";
import { addBin } from "#app/domain/places/add-bin.server.ts";
import { AddBin } from "#app/domain/places/schema.ts";
import { announce, blankLabels, check, receive } from "#tests/support/consignments.ts";
import { boxesOfMasks, labelRow } from "#tests/support/labels.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const host = "https://jieli.example";
const ask = async (world: World, query: string) =>
  (await stockLabelsIn(world.actors.warehouse_keeper, new URLSearchParams(query), host)).labels;

/** A box without contents, as it stands at the dock before anybody opened it. */
async function sealedBox(world: World, kind: "box" | "pallet", palletId?: string) {
  const id = uuidv7();
  await db.insert(boxes).values({
    id,
    organizationId: world.organizationId,
    responseId: world.responseId,
    warehouseId: world.warehouse.id,
    kind,
    accountId: world.warehouse.dockAccountId,
    ...(kind === "box" && { note: "外面写着口罩", weightGrams: 14_200 }),
    ...(palletId && { palletId }),
  });
  const [code = ""] = await db.transaction((tx) => mintLabels(tx, world, [{ boxId: id }]));
  return { id, code };
}

test("a box says what is in it, how it is packed, for whom and where", async () => {
  const world = await makeWorld();
  const { codes } = await boxesOfMasks(world, 2, {
    packName: "盒",
    packSize: "50",
    quantity: "4",
    lotNumber: "L1",
    expiresOn: "2099-01-01",
    restrictedTo: "洋泾街道",
  });
  const [label] = await ask(world, `codes=${codes[1]}`);
  expect(label).toMatchObject({
    kind: "goods",
    code: codes[1],
    url: labelUrl(host, codes[1]!),
    item: "医用外科口罩",
    lotNumber: "L1",
    expiresOn: "2099-01-01",
    quantity: { amount: 100n, unit: "只", pack: { name: "盒", size: 50n } },
    restriction: "只给 洋泾街道",
  });
  expect(label).toHaveProperty("place");
  expect(Object.values(label!)).not.toContain("测试捐赠有限公司");
});

test("a box of two lots names its items and how many lots, with the first expiry", async () => {
  const world = await makeWorld();
  const { codes } = await boxesOfMasks(world, 1, { expiresOn: "2099-05-01" });
  const [other = ""] = await stockMasks(world, { expiresOn: "2098-05-01" });
  const { boxId } = await labelRow(codes[0]!);
  await db.insert(boxContents).values({ boxId: boxId!, assetId: BigInt(other), quantity: 5n });
  const [label] = await ask(world, `codes=${codes[0]}`);
  expect(label).toMatchObject({ item: "医用外科口罩", lots: 2, expiresOn: "2098-05-01" });
  expect(label).not.toHaveProperty("quantity");
});

test("unknown boxes, pallets, lots and blanks are each their own kind", async () => {
  const world = await makeWorld();
  const { warehouse_keeper } = world.actors;
  const unknown = await sealedBox(world, "box");
  const pallet = await sealedBox(world, "pallet");
  await sealedBox(world, "box", pallet.id);
  const [assetId = ""] = await stockMasks(world, { lotNumber: "L7" });
  const { codes: lot } = await labelLot(warehouse_keeper, uuidv7(), { assetId });
  const [blank = ""] = await db.transaction((tx) => mintLabels(tx, world, [{}]));
  const codes = [blank, ...lot, pallet.code, unknown.code];
  const labels = await ask(world, `codes=${codes.join("%20")}`);
  expect(labels).toMatchObject([
    { kind: "blank", code: blank },
    { kind: "goods", lotNumber: "L7" },
    { kind: "pallet", boxes: 1 },
    { kind: "unknown", note: "外面写着口罩", weightGrams: 14_200 },
  ]);
  expect(labels[1]).not.toHaveProperty("quantity");
});

test("a warehouse's bins come by name, a run as it was made, a place and a consignment with their boxes", async () => {
  const world = await makeWorld();
  const { warehouse_keeper } = world.actors;
  const { id } = await addBin(
    warehouse_keeper,
    uuidv7(),
    AddBin.parse({ warehouseId: world.warehouse.id, name: "0-01" }),
  );
  await labelBins(warehouse_keeper, uuidv7(), {
    warehouseId: world.warehouse.id,
    binIds: [world.bin.id, id],
  });
  const { runId } = await printBlankLabels(warehouse_keeper, uuidv7(), { count: 3 });
  const { codes } = await boxesOfMasks(world, 2);
  const bins = await ask(world, selectionQuery({ by: "warehouse", id: world.warehouse.id }));
  expect(bins).toMatchObject([
    { kind: "bin", name: "0-01", warehouse: "测试仓" },
    { kind: "bin", name: world.bin.name },
  ]);
  expect(await ask(world, selectionQuery({ by: "run", id: runId }))).toHaveLength(3);
  const account = `${world.warehouse.dockAccountId}`;
  const atDock = await ask(world, selectionQuery({ by: "place", account }));
  expect(atDock.map(({ code }) => code).sort()).toEqual(codes.toSorted());
  await db
    .update(boxes)
    .set({ emptiedAt: new Date() })
    .where(eq(boxes.id, (await labelRow(codes[0]!)).boxId!));
  expect((await ask(world, `place=${account}`)).map(({ code }) => code)).toEqual([codes[1]]);
});

test("what is replaced, of others, nobody's or unreadable is not printed", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const [old = ""] = (await boxesOfMasks(world, 1)).codes;
  const [theirs = ""] = (await boxesOfMasks(other, 1)).codes;
  const { runId } = await printBlankLabels(other.actors.dispatcher, uuidv7(), { count: 1 });
  const { code } = await replaceLabel(world.actors.dispatcher, uuidv7(), { code: old, reason: "撕破" });
  for (const [query, refusal] of [
    [`codes=${old}`, "code_unknown"],
    [`codes=${code},${theirs}`, "code_unknown"],
    ["codes=86DF1ABZ4", "code_misread"],
    [`run=${runId}`, "not_found"],
    [`run=${uuidv7()}`, "not_found"],
    [`warehouse=${other.warehouse.id}`, "not_found"],
    [`place=${other.warehouse.dockAccountId}`, "not_found"],
    [`consignment=${uuidv7()}`, "not_found"],
    ["run=x", "not_found"],
    ["place=1'", "not_found"],
    ["", "not_found"],
  ] as const) {
    expect(await refusalCode(ask(world, query)), query).toBe(refusal);
  }
  expect(await ask(world, `codes=${code}`)).toHaveLength(1);
});

test("a box counted at the door is labelled with what it was counted as, before the consignment is received", async () => {
  const world = await makeWorld();
  const { id } = await announce(world, [{ lotNumber: "L9", expiresOn: "2099-01-01" }]);
  const [counted = "", unknown = ""] = await blankLabels(world, 2);
  await receive(world, id, counted);
  await receive(world, id, unknown, { line: null, quantity: null, note: "没有单子" });
  const [label, other] = await ask(world, `codes=${counted},${unknown}`);
  const quantity = { amount: 100n, unit: "只", pack: { name: "箱", size: 100n } };
  expect(label).toMatchObject({
    kind: "goods",
    item: "医用外科口罩",
    lotNumber: "L9",
    expiresOn: "2099-01-01",
    quantity,
  });
  expect(other).toMatchObject({ kind: "unknown", note: "没有单子" });

  await check(world, id);
  expect((await ask(world, `codes=${counted}`))[0]).toMatchObject({ item: "医用外科口罩", quantity });
});
