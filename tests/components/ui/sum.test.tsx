import { afterEach, expect, test, vi } from "vitest";
import { Sum } from "#app/components/ui/sum.tsx";
import { render, textOf } from "../render.tsx";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const money = { kind: "money", in: "wan" } as const;

function sumOf(spent: bigint, locale: "zh-CN" | "en" = "zh-CN") {
  return render(
    <Sum
      label="资金"
      measure={money}
      rows={[
        { label: "收到", value: 3_639_190_000n, tone: "in" },
        { op: "−", label: "用出", note: "采购和资助", value: spent, tone: "out" },
      ]}
      total={{ label: "还剩", value: 1_341_630_000n }}
    />,
    { locale },
  );
}

test("a sum shows its rows, signs and total in 万元, the exact amount as title", () => {
  const html = sumOf(2_297_560_000n);
  expect(textOf(html)).toBe("收到 3,639.19 万元 用出 采购和资助 − 2,297.56 万元 还剩 = 1,341.63 万元");
  expect(html).toContain('title="36,391,900.00 元"');
});

test("in English the same sum is in millions", () => {
  expect(textOf(sumOf(2_297_560_000n, "en"))).toContain("¥13.42 million");
});

test("a sum that does not add up refuses to render", () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(() => sumOf(2_297_560_050n)).toThrow("off by 0.50");
});

test("in production a sum that does not add up is a notice, not a number", () => {
  vi.stubEnv("NODE_ENV", "production");
  expect(textOf(sumOf(2_297_560_050n))).toBe("账不平，差 0.50 元，先不公开。");
});

test("a sum of quantities carries the unit in every row", () => {
  const html = render(
    <Sum
      label="口罩"
      measure={{ kind: "quantity", unit: "只" }}
      rows={[
        { label: "应收", value: 16_000n },
        { op: "−", label: "短少", value: 198n, tone: "bad" },
      ]}
      total={{ label: "实收", value: 15_802n }}
    />,
  );
  expect(textOf(html)).toBe("应收 16,000 只 短少 − 198 只 实收 = 15,802 只");
});
