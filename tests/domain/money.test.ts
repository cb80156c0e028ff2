import fc from "fast-check";
import { expect, test } from "vitest";
import { formatWan, formatYuan, parseYuan, shareOfValue, yuanInWords } from "#app/domain/money.ts";

test.each([
  ["1,234.50", 123_450n],
  ["1234.5", 123_450n],
  ["￥1,234.50", 123_450n],
  ["¥ 1234.50 元", 123_450n],
  ["人民币1234.5元", 123_450n],
  ["１，２３４．５０", 123_450n],
  ["12。5", 1_250n],
  ["12.5万元", 12_500_000n],
  ["12.5 万", 12_500_000n],
  ["0.000001万", 1n],
  ["1.2亿元", 12_000_000_000n],
  ["1.5000", 150n],
  ["0", 0n],
  ["0.01", 1n],
  ["007", 700n],
  ["10000000000000", 10n ** 15n],
])("%s is an amount", (text, fen) => {
  expect(parseYuan(text)).toEqual({ ok: true, fen });
});

test.each([
  ["", "empty"],
  ["元", "empty"],
  ["-5", "negative"],
  ["−5元", "negative"],
  ["-￥5", "negative"],
  ["12.345", "too_precise"],
  ["0.0000001万", "too_precise"],
  ["10000000000000.01", "too_large"],
  ["9".repeat(400), "too_large"],
  ["1,5", "not_a_number"],
  ["12,34.5", "not_a_number"],
  ["1.2.3", "not_a_number"],
  ["五百", "not_a_number"],
  ["1e5", "not_a_number"],
  [".", "not_a_number"],
])("%s is refused as %s", (text, reason) => {
  expect(parseYuan(text)).toEqual({ ok: false, reason });
});

test("yuan are shown with two decimals and a real minus sign", () => {
  expect(formatYuan(123_450n, "zh-CN")).toBe("1,234.50");
  expect(formatYuan(5n, "en")).toBe("0.05");
  expect(formatYuan(-123_456_789n, "zh-CN")).toBe("−1,234,567.89");
  expect(formatYuan(0n, "en")).toBe("0.00");
});

test("what is shown reads back to the same fen", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (fen) => {
      expect(parseYuan(formatYuan(fen, "zh-CN"))).toEqual({ ok: true, fen });
    }),
  );
});

test("万元 are rounded half up from the exact fen", () => {
  expect(formatWan(12_345_678n)).toBe("12.35");
  expect(formatWan(12_344_999n)).toBe("12.34");
  expect(formatWan(12_345_000n)).toBe("12.35");
  expect(formatWan(-12_345_000n)).toBe("−12.35");
  expect(formatWan(4_999n)).toBe("0.00");
  expect(formatWan(-4_999n)).toBe("0.00");
  expect(formatWan(123_456_789_012n)).toBe("123,456.79");
});

test.each([
  [0n, "人民币零元整"],
  [5n, "人民币伍分"],
  [50n, "人民币伍角整"],
  [55n, "人民币伍角伍分"],
  [100n, "人民币壹元整"],
  [1_000n, "人民币壹拾元整"],
  [101n, "人民币壹元零壹分"],
  [150n, "人民币壹元伍角整"],
  [100_000n, "人民币壹仟元整"],
  [100_500n, "人民币壹仟零伍元整"],
  [101_000n, "人民币壹仟零壹拾元整"],
  [1_640_902n, "人民币壹万陆仟肆佰零玖元零贰分"],
  [10_700_053n, "人民币壹拾万柒仟元伍角叁分"],
  [1_000_005n, "人民币壹万元零伍分"],
  [1_000_100n, "人民币壹万零壹元整"],
  [2_000_300_000n, "人民币贰仟万叁仟元整"],
  [2_000_030_000n, "人民币贰仟万零叁佰元整"],
  [10_000_000_000n, "人民币壹亿元整"],
  [10_000_500_000n, "人民币壹亿零伍仟元整"],
  [10_050_000_000n, "人民币壹亿零伍拾万元整"],
  [100_000_000_000n, "人民币壹拾亿元整"],
  [100_000_000_000_000n, "人民币壹万亿元整"],
  [123_456_789_012_345n, "人民币壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分"],
  [-1_050n, "人民币负壹拾元伍角整"],
])("%s fen in words", (fen, words) => {
  expect(yuanInWords(fen)).toBe(words);
});

test("amounts in words are told apart, and never begin, double or end a run with 零", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), (fen) => {
      const words = yuanInWords(fen);
      expect(words).not.toMatch(/零零|币零|零元|零万|零亿|零$/);
      expect(words).not.toBe(yuanInWords(fen - 1n));
    }),
  );
});

test("a share of a value is rounded down and the last step takes the rest", () => {
  expect(shareOfValue(1_000n, 3n, 1n)).toBe(333n);
  expect(shareOfValue(1_000n, 3n, 3n)).toBe(1_000n);
  expect(shareOfValue(1_000n, 3n, 0n)).toBe(0n);
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1 }),
      (value, steps) => {
        let valueLeft = value;
        let amountLeft = steps.reduce((sum, step) => sum + step, 0n);
        for (const step of steps) {
          valueLeft -= shareOfValue(valueLeft, amountLeft, step);
          amountLeft -= step;
        }
        expect(valueLeft).toBe(0n);
      },
    ),
  );
});

test.each([
  [1n, 0n, 0n],
  [1n, 2n, 3n],
  [1n, 2n, -1n],
  [-1n, 2n, 1n],
])("no share of %s fen for %s and %s", (value, amount, part) => {
  expect(() => shareOfValue(value, amount, part)).toThrow(RangeError);
});
