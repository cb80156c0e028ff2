import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readWorkbookInWorker } from "#app/domain/imports/read/read-in-worker.server.ts";
import { readWorkbook } from "#app/domain/imports/read/workbook.ts";
import { xlsxOf } from "./sheets.ts";

const gifts = readFileSync(new URL("../../../../db/seed/case-2022/捐赠登记总表.xlsx", import.meta.url));

test("the worker's reading is the reading", async () => {
  expect(await readWorkbookInWorker(gifts)).toEqual(readWorkbook(gifts));
});

test("a mapping goes along, and a refusal comes back as one", async () => {
  const mapping = { 捐款: { kind: "unknown" } } as const;
  const reading = await readWorkbookInWorker(gifts, { mapping });
  expect(reading.sheets.map((sheet) => sheet.kind)).toEqual(["unknown", "goods_gifts"]);
  await expect(readWorkbookInWorker(Buffer.from("nothing"))).rejects.toMatchObject({
    name: "WorkbookRefused",
    code: "not_a_workbook",
  });
  await expect(readWorkbookInWorker(Buffer.alloc(11_000_000))).rejects.toMatchObject({ code: "too_large" });
});

test("three files at once all come back, two at a time", async () => {
  const readings = await Promise.all([gifts, gifts, gifts].map((file) => readWorkbookInWorker(file)));
  expect(new Set(readings.map((reading) => reading.contentHash)).size).toBe(1);
});

test("twenty thousand lines leave the event loop free", async () => {
  const line = (_: unknown, index: number) => [
    index + 1,
    `3月${1 + (index % 30)}日`,
    `捐赠单位${index % 90}`,
    `物资${index % 30}`,
    index + 1,
    "箱",
    index + 0.5,
  ];
  const file = xlsxOf({
    rows: [
      ["捐赠物资登记表（2022年3月）"],
      ["序号", "接收日期", "捐赠单位", "物资名称", "数量", "单位", "折价（元）"],
      ...Array.from({ length: 20_000 }, line),
    ],
  });
  let turns = 0;
  const counter = setInterval(() => (turns += 1), 1);
  const reading = await readWorkbookInWorker(file);
  clearInterval(counter);
  expect(reading.sheets[0]?.rows).toHaveLength(20_000);
  expect(turns).toBeGreaterThan(20);
});
