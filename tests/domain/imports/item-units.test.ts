import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { getImport } from "#app/domain/imports/get.server.ts";
import { uploadWorkbook } from "#app/domain/imports/upload.server.ts";
import { editItem } from "#app/domain/items/edit.server.ts";
import { listItems } from "#app/domain/items/list.server.ts";
import { EditItem } from "#app/domain/items/schema.ts";
import { commitImport } from "#app/domain/imports/commit.server.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const upload = async (world: World, ...rows: string[]) => {
  const text = ["捐物登记表", "捐赠日期,捐赠人,物资名称,数量,单位,物资价值（元）", ...rows].join("\n");
  const file = { fileName: "捐物.csv", mapping: {}, bytes: Buffer.from(`\uFEFF${text}\n`) };
  return uploadWorkbook(world.actors.fund_officer, uuidv7(), file);
};

test("rows that count an item in another unit than the catalogue, or than the row before, are problems", async () => {
  const world = await makeWorld();
  const draft = await upload(
    world,
    "2022-04-01,甲公司,医用外科口罩,2,盒,100",
    "2022-04-01,乙公司,面罩,10,个,100",
    "2022-04-01,丙公司,面 罩,10,箱,100",
  );
  const { summary } = await getImport(world.actors.fund_officer, draft.id);
  expect(summary.sheets[0]?.problems).toMatchObject([
    { code: "item_unit_differs", params: { item: "医用外科口罩", unit: "盒", known: "只" } },
    { code: "item_unit_differs", params: { unit: "箱", known: "个" } },
  ]);
});

test("a row that names an item by an alias is booked on that item", async () => {
  const world = await makeWorld();
  const described = { itemId: world.mask.id, name: world.mask.name, category: "protection" };
  const input = EditItem.parse({ ...described, aliases: [{ name: "蓝口罩" }] });
  await editItem(world.actors.administrator, uuidv7(), input);
  const draft = await upload(world, "2022-04-01,甲公司,蓝 口罩,20,只,100");
  await commitImport(world.actors.fund_officer, uuidv7(), { importId: draft.id, publishDonorNames: false });
  const { rows } = await listItems(world.actors.auditor);
  expect(rows).toMatchObject([{ name: "医用外科口罩", receivedQuantity: 20n }]);
});
