import fc from "fast-check";
import { expect, test } from "vitest";
import { isPending, readAmount } from "#app/domain/imports/read/amount.ts";

const read = (raw: string | number, unit: "元" | "万元" = "元") => readAmount({ raw, isDate: false }, unit);

test.each<[string | number, "元" | "万元", bigint]>([
  [6.94, "万元", 6_940_000n],
  [62614.77, "元", 6_261_477n],
  ["128,900元", "万元", 12_890_000n],
  ["44.49万元", "元", 44_490_000n],
  ["44.49 万", "元", 44_490_000n],
  ["３８．６２", "万元", 38_620_000n],
  ["￥1,234.50", "元", 123_450n],
  ["¥ 1,234.5元", "元", 123_450n],
  ["人民币5000元整", "元", 500_000n],
  ["1.2亿元", "元", 12_000_000_000n],
  ["3千元", "元", 300_000n],
  ["(500)", "元", -50_000n],
  ["-500", "元", -50_000n],
  ["1,000", "元", 100_000n],
  ["壹拾贰万捌仟玖佰元整", "万元", 12_890_000n],
  ["人民币伍元叁角贰分", "元", 532n],
  [4059.1900000000005, "万元", 4_059_190_000n],
  [0.1 + 0.2, "元", 30n],
  ["90071992547409.91", "元", 9_007_199_254_740_991n],
  [12345678901234.56, "元", 1_234_567_890_123_456n],
])("%s in %s is %s fen", (raw, unit, fen) => {
  expect(read(raw, unit)).toMatchObject({ fen });
});

test.each([
  [1.005, "amount_too_precise"],
  ["12.345元", "amount_too_precise"],
  [1e21, "amount_too_large"],
  ["999999999999999999", "amount_too_large"],
  ["12,89,00", "amount_unreadable"],
  ["38,62", "amount_unreadable"],
  ["US$100", "amount_unreadable"],
  ["约5万元", "amount_unreadable"],
  ["#REF!", "amount_unreadable"],
  ["待确认", "amount_missing"],
])("%s is refused with %s", (raw, code) => {
  expect(read(raw)).toEqual({ code });
});

test("words for a value that is not settled are told from amounts", () => {
  for (const raw of ["待确认", "待定", "价值待确认", "未估价", "-", "——", "/", "无"]) {
    expect(isPending({ raw, isDate: false }), raw).toBe(true);
  }
  expect(isPending({ raw: "0", isDate: false })).toBe(false);
});

test("any amount in yuan or wan, as a number or with separators, is read to the fen", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), (fen) => {
      const yuan = `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
      const grouped = yuan.replace(/\B(?=(\d{3})+\.)/g, ",");
      expect(read(yuan)).toMatchObject({ fen });
      expect(read(grouped)).toMatchObject({ fen });
      expect(read(Number(yuan))).toMatchObject({ fen });
      expect(read(Number(fen) / 1e6, "万元")).toMatchObject({ fen });
    }),
  );
});
