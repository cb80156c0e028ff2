import fc from "fast-check";
import { expect, test } from "vitest";
import {
  civilDate,
  formatDate,
  formatDateTime,
  formatDay,
  startOfDay,
  todayInShanghai,
} from "#app/domain/dates.ts";

test("the day in Shanghai changes at 16:00 UTC", () => {
  expect(civilDate(new Date("2022-05-12T15:59:59.999Z"))).toBe("2022-05-12");
  expect(civilDate(new Date("2022-05-12T16:00:00Z"))).toBe("2022-05-13");
  expect(todayInShanghai(new Date("2022-12-31T16:00:00Z"))).toBe("2023-01-01");
});

test("a civil date begins at midnight in Shanghai", () => {
  expect(startOfDay("2022-05-13").toISOString()).toBe("2022-05-12T16:00:00.000Z");
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
      (instant) => {
        const start = startOfDay(civilDate(instant));
        expect(instant.getTime() - start.getTime()).toBeGreaterThanOrEqual(0);
        expect(instant.getTime() - start.getTime()).toBeLessThan(86_400_000);
      },
    ),
  );
});

test.each(["2022-02-29", "2022-13-01", "2022-5-3", "2022-05-13T00:00", "", "明天"])(
  "%s is no civil date",
  (text) => {
    expect(() => startOfDay(text)).toThrow(RangeError);
  },
);

test("dates and times are shown in the reader's language and Shanghai's time", () => {
  const instant = new Date("2022-05-13T07:05:00Z");
  expect(formatDay(instant, "zh-CN")).toBe("5月13日");
  expect(formatDay("2022-05-03", "en")).toBe("3 May");
  expect(formatDateTime(instant, "zh-CN", "2022-06-01")).toBe("5月13日 15:05");
  expect(formatDateTime(instant, "en", "2022-06-01")).toBe("13 May 15:05");
});

test("a date of another year than today's says its year", () => {
  const newYear = new Date("2022-12-31T16:30:00Z");
  expect(formatDate("2022-05-13", "zh-CN", "2026-11-24")).toBe("2022年5月13日");
  expect(formatDate("2022-05-13", "en", "2026-11-24")).toBe("13 May 2022");
  expect(formatDateTime(newYear, "zh-CN", "2022-12-31")).toBe("2023年1月1日 00:30");
  expect(formatDateTime(newYear, "zh-CN", "2023-01-01")).toBe("1月1日 00:30");
});
