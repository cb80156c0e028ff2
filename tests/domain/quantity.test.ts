import { expect, test } from "vitest";
import {
  formatPacking,
  formatPacks,
  formatQuantity,
  formatWhole,
  parseQuantity,
} from "#app/domain/quantity.ts";

const carton = { name: "箱", size: 2_000n };

test("a quantity is shown with its packs and the whole number beside them", () => {
  expect(formatPacks(16_000n, "只", carton)).toBe("8 箱 × 2,000 只 = 16,000 只");
  expect(formatPacks(16_400n, "只", carton)).toBe("8 箱 × 2,000 只 + 400 只 = 16,400 只");
  expect(formatPacks(2_000n, "只", carton)).toBe("1 箱 × 2,000 只 = 2,000 只");
});

test("without a full pack only the base units are shown", () => {
  expect(formatPacks(400n, "只", carton)).toBe("400 只");
  expect(formatPacks(1n, "份")).toBe("1 份");
  expect(formatPacks(5n, "份", { name: "份", size: 1n })).toBe("5 份");
  expect(formatPacks(0n, "只", carton)).toBe("0 只");
  expect(formatPacking(400n, "只", carton)).toBeUndefined();
});

test("whole numbers are grouped by three and carry a real minus sign", () => {
  expect(formatWhole(0n)).toBe("0");
  expect(formatWhole(999n)).toBe("999");
  expect(formatWhole(1_000_000_000_000n)).toBe("1,000,000,000,000");
  expect(formatQuantity(-1_200n, "只")).toBe("−1,200 只");
});

test.each([
  ["16000", 16_000n],
  ["16,000", 16_000n],
  [" 1 600 ", 1_600n],
  ["１６，０００", 16_000n],
  ["007", 7n],
  ["12.0", 12n],
  ["0", 0n],
  ["1000000000000", 1_000_000_000_000n],
])("%s is a quantity", (text, quantity) => {
  expect(parseQuantity(text)).toEqual({ ok: true, quantity });
});

test.each([
  ["", "empty"],
  ["  ", "empty"],
  ["-3", "negative"],
  ["−3", "negative"],
  ["2.5", "fraction"],
  ["1000000000001", "too_large"],
  ["9".repeat(400), "too_large"],
  ["1,5", "not_a_number"],
  ["1e3", "not_a_number"],
  ["0x10", "not_a_number"],
  ["八箱", "not_a_number"],
  ["8箱", "not_a_number"],
  ["NaN", "not_a_number"],
])("%s is refused as %s", (text, reason) => {
  expect(parseQuantity(text)).toEqual({ ok: false, reason });
});
