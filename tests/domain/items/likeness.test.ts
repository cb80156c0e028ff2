import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { readUpload } from "#app/domain/imports/read-upload.server.ts";
import { type Comparable, likelyMatches, nameLikeness } from "#app/domain/items/likeness.ts";
import { pinyinOf } from "#app/domain/items/pinyin.server.ts";

const comparable = (name: string, unit: string, specification: string | null = null): Comparable => ({
  id: name,
  unit,
  specification,
  names: [name],
  pinyin: pinyinOf([name]),
});

/** The 27 items of the case of 2022, as its workbook names them. */
let catalogue: Comparable[] = [];
beforeAll(async () => {
  const reading = await readUpload(await readFile("db/seed/case-2022/捐赠登记总表.xlsx"), {});
  const rows = reading.sheets.flatMap((sheet) => (sheet.kind === "goods_gifts" ? sheet.rows : []));
  const byName = new Map(rows.map((row) => [row.item, row]));
  catalogue = [...byName.values()].map(({ item, unit, specification }) =>
    comparable(item, unit, specification ?? null),
  );
});

const matchesOf = (name: string, unit: string) =>
  likelyMatches(comparable(name, unit), catalogue).map(({ item }) => item.id);

test("the items of the case are not taken for each other", () => {
  expect(catalogue).toHaveLength(27);
  for (const item of catalogue) expect.soft(likelyMatches(item, catalogue), item.id).toEqual([]);
});

test.each([
  ["外科口罩", "只", "医用外科口罩"],
  ["一次性医用外科口罩", "只", "医用外科口罩"],
  ["医用外科口罩（无菌）", "只", "医用外科口罩"],
  ["Ｎ９５ 口罩", "只", "N95口罩"],
  ["n95", "只", "N95口罩"],
  ["医用外科口照", "只", "医用外科口罩"],
  ["防护服", "套", "医用防护服"],
  ["抗原试剂", "人份", "抗原检测试剂"],
  ["抗原检测试剂盒", "人份", "抗原检测试剂"],
  ["75%酒精", "瓶", "75%酒精消毒液"],
  ["84消毒水", "桶", "84消毒液"],
  ["成人纸尿布", "包", "成人尿布"],
])("%s is likely %3$s", (name, unit, item) => {
  expect(matchesOf(name, unit)[0]).toBe(item);
});

test.each([
  ["口罩", "盒"],
  ["儿童牙刷", "本"],
  ["方便面", "箱"],
  ["（）", "只"],
])("%s (%s) is like nothing we have", (name, unit) => {
  expect(matchesOf(name, unit)).toEqual([]);
});

test("another name and the same specification count", () => {
  const known = { ...comparable("KN100防护面具", "个", "立体"), names: ["KN100防护面具", "猪鼻子"] };
  expect(likelyMatches(comparable("猪鼻子", "个"), [known])).toMatchObject([{ score: 1 }]);
  const [plain] = likelyMatches(comparable("防护面具", "个"), [known]);
  const [same] = likelyMatches(comparable("防护面具", "个", " 立体"), [known]);
  expect(same!.score).toBeGreaterThan(plain!.score);
});

test("an empty name is like nothing", () => {
  expect(nameLikeness("", "")).toBe(0);
});
