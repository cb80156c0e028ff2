import { expect, test } from "vitest";
import { readDifference } from "#app/domain/imports/read/difference.ts";
import { readQuantity } from "#app/domain/imports/read/quantity.ts";

const read = (raw: string | number) => readQuantity({ raw, isDate: false });

test.each<[string | number, bigint, string | null]>([
  [3320, 3320n, null],
  ["３３２０", 3320n, null],
  ["3,320", 3320n, null],
  ["3320箱", 3320n, "箱"],
  ["３３２０ 箱", 3320n, "箱"],
  ["2万只", 20000n, "只"],
  ["1.5万只", 15000n, "只"],
  ["十箱", 10n, "箱"],
  ["100人份", 100n, "人份"],
  ["-5", -5n, null],
])("%s is %s", (raw, quantity, unit) => {
  expect(read(raw)).toMatchObject({ quantity, unit, pack: null });
});

test.each([
  "3箱×2000只",
  "3箱*2000只",
  "3箱x2000只",
  "3箱×2000只/箱",
  "3箱（2000只/箱）",
  "3箱，每箱2000只",
  "3箱×2000只=6000只",
  "2000只×3箱",
])("%s is three packs of 2000", (raw) => {
  expect(read(raw)).toEqual({ quantity: 6000n, unit: "只", pack: { count: 3n, unit: "箱", size: 2000n } });
});

test("packs in packs multiply", () => {
  expect(read("3箱×40盒×50只")).toEqual({
    quantity: 6000n,
    unit: "只",
    pack: { count: 3n, unit: "箱", size: 2000n },
  });
});

test.each([
  [1.5, "quantity_not_whole"],
  ["0.5箱", "quantity_not_whole"],
  [13800138000, "quantity_too_large"],
  ["若干", "quantity_unreadable"],
  ["约2300", "quantity_unreadable"],
  ["20箱+5只", "quantity_unreadable"],
  ["3箱×2000只=7000只", "quantity_unreadable"],
  ["-", "quantity_missing"],
])("%s is refused with %s", (raw, code) => {
  expect(read(raw)).toEqual({ code });
});

test.each([
  ["全收", []],
  ["", []],
  ["已签收，完好", []],
  ["短少4只", [["short", 4n]]],
  ["短少四只", [["short", 4n]]],
  ["少4", [["short", 4n]]],
  ["4只短少", [["short", 4n]]],
  ["破损2只", [["damaged", 2n]]],
  ["损坏了2只", [["damaged", 2n]]],
  [
    "短少4只，破损2只",
    [
      ["short", 4n],
      ["damaged", 2n],
    ],
  ],
  [
    "短少4只/破损2只",
    [
      ["short", 4n],
      ["damaged", 2n],
    ],
  ],
  ["短少4只，其余全收", [["short", 4n]]],
  ["实收96只", [["short", 4n]]],
  ["短少0只", []],
])("the receipt %s", (words, expected) => {
  const read = readDifference(words.replaceAll("，", ","), 100n, "只");
  const found = read.kind === "some" ? read.differences.map(({ kind, quantity }) => [kind, quantity]) : [];
  expect(read.kind).not.toBe("failed");
  expect(found).toEqual(expected);
});

test.each(["部分短少", "短少2箱", "拒收5只", "待核实"])("the receipt %s cannot be read", (words) => {
  expect(readDifference(words, 100n, "只")).toEqual({ kind: "failed" });
});
