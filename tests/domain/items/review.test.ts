import { readFile } from "node:fs/promises";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { commitImport } from "#app/domain/imports/commit.server.ts";
import { uploadWorkbook } from "#app/domain/imports/upload.server.ts";
import { confirmItems } from "#app/domain/items/confirm.server.ts";
import { countUnreviewed, listMergeTargets, listUnreviewed } from "#app/domain/items/review.server.ts";
import { promise } from "#tests/support/gifts.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const names = (found: { name: string }[]) => found.map(({ name }) => name);

/** A world whose mask somebody has looked at. */
async function reviewedWorld(): Promise<World> {
  const world = await makeWorld();
  await confirmItems(world.actors.administrator, uuidv7(), { itemIds: [world.mask.id] });
  return world;
}

test("what a gift or a promise added waits for review, with what it may be", async () => {
  const world = await reviewedWorld();
  await stockMasks(world, { item: "外科口罩" }, { item: "面罩", unit: "个" });
  await promise(world, { kind: "goods", lines: [{ item: "外科口罩", unit: "只", quantity: "7" }] });
  const { rows, total } = await listUnreviewed(world.actors.auditor);
  expect(total).toBe(2);
  expect(
    rows.map(({ name, lots, pledgeLines, matches }) => [name, lots, pledgeLines, names(matches)]),
  ).toEqual(
    expect.arrayContaining([
      ["外科口罩", 1, 1, ["医用外科口罩"]],
      ["面罩", 1, 0, []],
    ]),
  );
});

test("confirmed items leave the list; other organizations' are not found and nobody else's are confirmed", async () => {
  const [world, other] = [await reviewedWorld(), await makeWorld()];
  await stockMasks(world, { item: "外科口罩" }, { item: "面罩", unit: "个" });
  const { rows } = await listUnreviewed(world.actors.auditor);
  const itemIds = rows.map(({ id }) => id);
  const confirm = (ids: string[], requestId = uuidv7()) =>
    confirmItems(world.actors.dispatcher, requestId, { itemIds: ids });
  expect(await refusalCode(confirm([...itemIds, other.mask.id]))).toBe("not_found");
  expect(await countUnreviewed(world.actors.auditor)).toBe(2);
  const requestId = uuidv7();
  expect(await confirm(itemIds, requestId)).toEqual({ confirmed: 2 });
  expect(await confirm(itemIds, requestId)).toEqual({ confirmed: 2 });
  expect(await confirm(itemIds)).toEqual({ confirmed: 0 });
  expect(await countUnreviewed(world.actors.auditor)).toBe(0);
  expect(await refusalCode(confirmItems(world.actors.auditor, uuidv7(), { itemIds }))).toBe("forbidden");
});

test("what an item may be merged into is offered by likeness, then by what is typed", async () => {
  const world = await reviewedWorld();
  await stockMasks(world, { item: "外科口罩" }, { item: "N95口罩" }, { item: "盒装口罩", unit: "盒" });
  const { auditor } = world.actors;
  const targets = async (q: string) => names(await listMergeTargets(auditor, world.mask.id, q));
  expect(await targets("")).toEqual(["外科口罩"]);
  expect(await targets("kz")).toEqual(["外科口罩", "N95口罩"]);
  expect(await targets("盒装")).toEqual([]);
});

test("an import finds its items by their other names and lists the rest", { timeout: 60_000 }, async () => {
  const world = await reviewedWorld();
  const actor = world.actors.fund_officer;
  const fileName = "捐赠登记总表.xlsx";
  const bytes = await readFile(`db/seed/case-2022/${fileName}`);
  const draft = await uploadWorkbook(actor, uuidv7(), { fileName, mapping: {}, bytes });
  await commitImport(actor, uuidv7(), { importId: draft.id, publishDonorNames: false });
  expect(await countUnreviewed(actor)).toBe(26);
});
