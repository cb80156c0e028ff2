import { expect, test } from "vitest";
import { Ago } from "#app/components/ui/ago.tsx";
import { CivilDate, DateTime } from "#app/components/ui/date-time.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { render, textOf } from "../render.tsx";

test.each([
  [3_639_190_000n, "yuan", "zh-CN", "36,391,900.00 元"],
  [3_639_190_000n, "yuan", "en", "¥36,391,900.00"],
  [3_639_190_000n, "wan", "zh-CN", "3,639.19 万元"],
  [3_639_190_000n, "wan", "en", "¥36.39 million"],
  [-500_000n, "yuan", "en", "−¥5,000.00"],
  [99_500_000n, "wan", "en", "¥1.00 million"],
  [1_499_999n, "wan", "en", "¥0.01 million"],
] as const)("money %s fen in %s, %s: %s", (fen, scale, locale, text) => {
  expect(textOf(render(<Money fen={fen} in={scale} />, { locale }))).toBe(text);
});

test("a quantity shows how it is packed and the base units", () => {
  const pack = { name: "箱", size: 2_000n };
  expect(textOf(render(<Pack quantity={16_400n} unit="只" pack={pack} />))).toBe(
    "8 箱 × 2,000 只 + 400 只 = 16,400 只",
  );
  expect(textOf(render(<Pack quantity={400n} unit="只" />))).toBe("400 只");
});

test("times are Shanghai's, in the reader's words, with the instant behind them", () => {
  const at = new Date("2022-05-13T07:00:00Z");
  expect(render(<DateTime at={at} />)).toBe(
    '<time dateTime="2022-05-13T07:00:00.000Z">2022年5月13日 15:00</time>',
  );
  expect(textOf(render(<DateTime at={at} year />))).toBe("2022年5月13日 15:00");
  expect(textOf(render(<DateTime at={at} year />, { locale: "en" }))).toBe("13 May 2022 15:00");
  expect(textOf(render(<CivilDate on="2022-05-13" />))).toBe("2022年5月13日");
  const thisYear = todayInShanghai().slice(0, 4);
  expect(textOf(render(<CivilDate on={`${thisYear}-05-13`} />))).toBe("5月13日");
});

test.each([
  ["2022-05-10T12:00:30Z", "刚刚"],
  ["2022-05-10T11:40:00Z", "20 分钟前"],
  ["2022-05-09T12:00:00Z", "24 小时前"],
  ["2022-05-13T15:00:00Z", "还剩 3 天"],
  ["2022-05-11T18:20:00Z", "还剩 30 小时"],
])("%s seen from noon UTC on 10 May: %s", (at, words) => {
  expect(textOf(render(<Ago at={new Date(at)} now={new Date("2022-05-10T12:00:00Z")} />))).toBe(words);
});
