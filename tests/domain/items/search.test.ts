import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, items } from "#db";
import { addItem } from "#app/domain/items/add.server.ts";
import { fillPinyin } from "#app/domain/items/fill-pinyin.server.ts";
import { listItems } from "#app/domain/items/list.server.ts";
import { AddItem } from "#app/domain/items/schema.ts";
import { makeWorld } from "#tests/support/world.ts";

test.each([
  "抗原检测",
  "抗原 试剂盒",
  "kangyuanjianceshiji",
  "KYJCSJ",
  "kang yuan",
  "小红杠",
  "xhg",
  "6901234567892",
  "06901234567892",
  "ＡＢ型",
])("an item is found by %s", async (q) => {
  const world = await makeWorld();
  const input = AddItem.parse({
    name: "抗原检测试剂",
    unit: "人份",
    category: "testing",
    aliases: [{ name: "抗原试剂盒" }, { name: "小红杠" }, { name: "ab型试剂" }],
    barcodes: [{ gtin: "6901234567892" }],
  });
  const { id } = await addItem(world.actors.warehouse_keeper, uuidv7(), input);
  const found = await listItems(world.actors.auditor, { q });
  expect(found.rows.map((row) => row.id)).toEqual([id]);
});

test.each(["%", "_", "690123456789", "zzz"])("nothing is found by %s", async (q) => {
  const world = await makeWorld();
  expect((await listItems(world.actors.auditor, { q })).total).toBe(0);
});

test("an item from before there was pinyin is found by it once the job has run", async () => {
  const world = await makeWorld();
  await fillPinyin({ kind: "system", job: "fill-pinyin" });
  const [mask] = await db.select().from(items).where(eq(items.id, world.mask.id));
  expect(mask?.pinyin).toBe("yiyongwaikekouzhao yywkkz");
  expect((await listItems(world.actors.auditor, { q: "yywkkz" })).total).toBe(1);
  expect(await fillPinyin({ kind: "system", job: "fill-pinyin" })).toBe(0);
});
