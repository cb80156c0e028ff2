import { and, count, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { boxEvents, db, labels } from "#db";
import { parseCode } from "#app/domain/code.ts";
import { ReplaceLabel } from "#app/domain/boxes/schema.ts";
import { labelBins } from "#app/domain/labels/for-bins.server.ts";
import { labelLot } from "#app/domain/labels/for-lot.server.ts";
import { mintLabels } from "#app/domain/labels/mint.server.ts";
import { printBlankLabels } from "#app/domain/labels/print-blank.server.ts";
import { replaceLabel } from "#app/domain/labels/replace.server.ts";
import { PrintBlankLabels } from "#app/domain/labels/schema.ts";
import { addBin } from "#app/domain/places/add-bin.server.ts";
import { AddBin } from "#app/domain/places/schema.ts";
import { boxesOfMasks, labelRow } from "#tests/support/labels.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const labelsOf = async (world: World) => {
  const [row] = await db
    .select({ labels: count() })
    .from(labels)
    .where(eq(labels.organizationId, world.organizationId));
  return row?.labels ?? 0;
};

const torn = (code: string) => ReplaceLabel.parse({ code, reason: "淋湿了" });

async function twoBins(world: World) {
  const { warehouse_keeper } = world.actors;
  const { id } = await addBin(
    warehouse_keeper,
    uuidv7(),
    AddBin.parse({ warehouseId: world.warehouse.id, name: "B-01" }),
  );
  return { warehouseId: world.warehouse.id, binIds: [id, world.bin.id] };
}

test("a thousand blank labels are one run of a thousand codes, and the same request makes no more", async () => {
  const world = await makeWorld();
  const requestId = uuidv7();
  const answer = { runId: requestId, count: 1_000 };
  expect(await printBlankLabels(world.actors.warehouse_keeper, requestId, { count: 1_000 })).toEqual(answer);
  expect(await printBlankLabels(world.actors.warehouse_keeper, requestId, { count: 1_000 })).toEqual(answer);
  const run = await db.select().from(labels).where(eq(labels.runId, requestId));
  expect(run).toHaveLength(1_000);
  expect(new Set(run.map(({ code }) => code)).size).toBe(1_000);
  expect(run.every(({ code }) => parseCode(code).ok)).toBe(true);
  const blank = { organizationId: world.organizationId, boxId: null, binId: null, assetId: null };
  expect(run[0]).toMatchObject({ ...blank, responseId: world.responseId, revokedAt: null });
});

test("no label at all, and more than a thousand, are refused", () => {
  for (const wrong of ["0", "1001", "2.5", ""]) {
    expect(PrintBlankLabels.safeParse({ count: wrong }).success, wrong).toBe(false);
  }
});

test("codes come in the order of their subjects", async () => {
  const world = await makeWorld();
  const [asset = ""] = await stockMasks(world, {});
  const codes = await db.transaction((tx) =>
    mintLabels(tx, world, [{ binId: world.bin.id }, {}, { assetId: BigInt(asset) }]),
  );
  const rows = await Promise.all(codes.map(labelRow));
  expect(rows.map(({ binId, assetId }) => [binId, assetId])).toEqual([
    [world.bin.id, null],
    [null, null],
    [null, BigInt(asset)],
  ]);
  expect(await db.transaction((tx) => mintLabels(tx, world, []))).toEqual([]);
});

test("a bin gets one label and keeps it, and bins come back in the order given", async () => {
  const world = await makeWorld();
  const { warehouse_keeper } = world.actors;
  const both = await twoBins(world);
  const [first] = (await labelBins(warehouse_keeper, uuidv7(), { ...both, binIds: [world.bin.id] })).codes;
  const { codes } = await labelBins(warehouse_keeper, uuidv7(), both);
  expect(codes[1]).toBe(first);
  expect((await Promise.all(codes.map(labelRow))).map(({ binId }) => binId)).toEqual(both.binIds);
  const { codes: again } = await labelBins(warehouse_keeper, uuidv7(), both);
  expect(again).toEqual(codes);
  expect(await labelsOf(world)).toBe(2);
});

test("two who label the same bins and lot at once make one label of each", async () => {
  const world = await makeWorld();
  const { warehouse_keeper, dispatcher } = world.actors;
  const both = await twoBins(world);
  const reversed = { ...both, binIds: both.binIds.toReversed() };
  const [assetId = ""] = await stockMasks(world, {});
  const asked = await Promise.all([
    labelBins(warehouse_keeper, uuidv7(), both),
    labelBins(dispatcher, uuidv7(), reversed),
    labelLot(warehouse_keeper, uuidv7(), { assetId }),
    labelLot(dispatcher, uuidv7(), { assetId }),
  ]);
  expect(asked[1].codes.toReversed()).toEqual(asked[0].codes);
  expect(asked[3]).toEqual(asked[2]);
  expect(await labelsOf(world)).toBe(3);
});

test("bins and lots of others read as not found, and nothing is made", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const { warehouse_keeper } = world.actors;
  const [theirLot = ""] = await stockMasks(other, {});
  const mixed = { warehouseId: world.warehouse.id, binIds: [world.bin.id, other.bin.id] };
  const theirs = { warehouseId: other.warehouse.id, binIds: [other.bin.id] };
  for (const refused of [mixed, theirs]) {
    expect(await refusalCode(labelBins(warehouse_keeper, uuidv7(), refused))).toBe("not_found");
  }
  for (const assetId of [theirLot, "999999999"]) {
    expect(await refusalCode(labelLot(warehouse_keeper, uuidv7(), { assetId }))).toBe("not_found");
  }
  expect((await labelsOf(world)) + (await labelsOf(other))).toBe(0);
});

test("a box's torn label is replaced: the old code names the new one, and the box's history has it", async () => {
  const world = await makeWorld();
  const { codes } = await boxesOfMasks(world, 1);
  const [old = ""] = codes;
  const requestId = uuidv7();
  const { code } = await replaceLabel(world.actors.dispatcher, requestId, torn(old));
  expect(await replaceLabel(world.actors.dispatcher, requestId, torn(old))).toEqual({ code });
  const before = await labelRow(old);
  const after = await labelRow(code);
  expect(before).toMatchObject({ replacedBy: code, revokedReason: "淋湿了", boxId: after.boxId });
  expect(after).toMatchObject({ revokedAt: null, replacedBy: null, responseId: world.responseId });
  const events = await db
    .select()
    .from(boxEvents)
    .where(eq(boxEvents.boxId, after.boxId!))
    .orderBy(boxEvents.seq);
  expect(events.map(({ kind }) => kind)).toEqual(["box.pack", "label.replace"]);
  const event = events.at(-1);
  expect(event).toMatchObject({
    id: requestId,
    kind: "label.replace",
    detail: { old, new: code, reason: "淋湿了" },
    actorKind: "user",
    actorId: world.actors.dispatcher.userId,
  });
});

test("a bin's and a lot's label are replaced too, and the new one is what they keep", async () => {
  const world = await makeWorld();
  const { warehouse_keeper } = world.actors;
  const bin = { warehouseId: world.warehouse.id, binIds: [world.bin.id] };
  const [assetId = ""] = await stockMasks(world, {});
  for (const again of [
    () => labelBins(warehouse_keeper, uuidv7(), bin),
    () => labelLot(warehouse_keeper, uuidv7(), { assetId }),
  ]) {
    const [old = ""] = (await again()).codes;
    const { code } = await replaceLabel(warehouse_keeper, uuidv7(), torn(old));
    expect(code).not.toBe(old);
    expect((await again()).codes).toEqual([code]);
  }
});

test("of two who replace a label at once one does, and the other learns the new code", async () => {
  const world = await makeWorld();
  const { codes } = await boxesOfMasks(world, 1);
  const replace = () => replaceLabel(world.actors.dispatcher, uuidv7(), torn(codes[0]!));
  const outcomes = await Promise.allSettled([replace(), replace()]);
  const done = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.code] : []));
  const refused = outcomes.flatMap((outcome) =>
    outcome.status === "rejected" ? [outcome.reason as unknown] : [],
  );
  expect(done).toHaveLength(1);
  expect(refused).toMatchObject([{ code: "label_replaced", params: { by: done[0] } }]);
  expect(await labelsOf(world)).toBe(2);
});

test("a blank label, one replaced before, an unknown one and another organization's are refused", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const { dispatcher } = world.actors;
  const [blank = ""] = await db.transaction((tx) => mintLabels(tx, world, [{}]));
  const [theirs = ""] = (await boxesOfMasks(other, 1)).codes;
  const [replaced = ""] = (await boxesOfMasks(world, 1)).codes;
  await replaceLabel(dispatcher, uuidv7(), torn(replaced));
  const live = () =>
    db
      .select({ code: labels.code })
      .from(labels)
      .where(and(eq(labels.organizationId, world.organizationId), isNull(labels.revokedAt)));
  const before = await live();
  for (const [code, refusal] of [
    [blank, "label_of_another_kind"],
    [replaced, "label_replaced"],
    [theirs, "code_unknown"],
    ["86DF1ABZ3", "code_unknown"],
  ] as const) {
    expect(await refusalCode(replaceLabel(dispatcher, uuidv7(), torn(code))), refusal).toBe(refusal);
  }
  expect(await live()).toEqual(before);
});

test("who may not print labels makes none", async () => {
  const world = await makeWorld();
  const { auditor, site_contact } = world.actors;
  for (const actor of [auditor, site_contact]) {
    expect(await refusalCode(printBlankLabels(actor, uuidv7(), { count: 1 }))).toBe("forbidden");
  }
  expect(await labelsOf(world)).toBe(0);
});
