import { expect, test } from "vitest";
import { readDate } from "#app/domain/imports/read/date.ts";
import { withYear } from "#app/domain/imports/read/year.ts";

const text = (raw: string) => readDate({ raw, isDate: false });

test.each([
  ["2022.3.14", "2022-03-14"],
  ["2022-3-14", "2022-03-14"],
  ["2022/3/14", "2022-03-14"],
  ["2022/03/14", "2022-03-14"],
  ["2022年3月14日", "2022-03-14"],
  ["2022 年 3 月 14 日", "2022-03-14"],
  ["2022年3月14号", "2022-03-14"],
  ["２０２２．３．１４", "2022-03-14"],
  ["2022。3。14", "2022-03-14"],
  ["2022—3—14", "2022-03-14"],
  ["20220314", "2022-03-14"],
  ["22.3.14", "2022-03-14"],
  ["22年3月14日", "2022-03-14"],
  ["2022-03-14 15:00", "2022-03-14"],
  ["2022-3-1 15:00", "2022-03-01"],
  ["2022/3/14 下午3:05:09", "2022-03-14"],
  ["2022年3月14日15时", "2022-03-14"],
  ["2022-03-14T15:00:00", "2022-03-14"],
  ["2022-03-14T16:30:00Z", "2022-03-15"],
  ["2022-03-14（周一）", "2022-03-14"],
  ["二〇二二年三月十四日", "2022-03-14"],
  ["3/14/2022", "2022-03-14"],
  ["14/3/2022", "2022-03-14"],
  ["44634", "2022-03-14"],
])("%s is a full date", (raw, date) => {
  expect(text(raw)).toMatchObject({ kind: "full", date });
});

test.each([
  ["3月15日", 3, 15],
  ["3月15", 3, 15],
  ["3/15", 3, 15],
  ["3.15", 3, 15],
  ["3-15", 3, 15],
  ["３月１５日", 3, 15],
  ["三月十五日", 3, 15],
  ["3月15日 9:30", 3, 15],
])("%s is a month and a day", (raw, month, day) => {
  expect(text(raw)).toMatchObject({ kind: "month_day", month, day });
});

test.each([
  ["2022.2.30", "date_impossible"],
  ["2022-13-01", "date_impossible"],
  ["2月30日", "date_impossible"],
  ["1022.3.14", "date_impossible"],
  ["3月", "date_unreadable"],
  ["2022年3月", "date_unreadable"],
  ["3月中旬", "date_unreadable"],
  ["3月14日-16日", "date_unreadable"],
  ["3/4/2022", "date_unreadable"],
  ["待定", "date_unreadable"],
])("%s is refused", (raw, code) => {
  expect(text(raw)).toEqual({ kind: "failed", code });
});

test("numbers are dates by their format, their size or their eight digits", () => {
  expect(readDate({ raw: 44634, isDate: true })).toMatchObject({ date: "2022-03-14", from: "date_cell" });
  expect(readDate({ raw: 44634.999, isDate: true })).toMatchObject({ date: "2022-03-14" });
  expect(readDate({ raw: 44634, isDate: false })).toMatchObject({ date: "2022-03-14", from: "serial" });
  expect(readDate({ raw: 20220314, isDate: false })).toMatchObject({ date: "2022-03-14" });
  expect(readDate({ raw: 3.14, isDate: false })).toEqual({
    kind: "month_day",
    month: 3,
    day: 14,
    from: "number",
  });
  expect(readDate({ raw: 3.1, isDate: false })).toMatchObject({ code: "date_unreadable" });
  expect(readDate({ raw: 12, isDate: true })).toMatchObject({ code: "date_impossible" });
  expect(readDate(undefined)).toEqual({ kind: "failed", code: "date_missing" });
});

test("a month and day take the year that puts them into the period", () => {
  const winter = { from: "period", period: { from: "2021-12-01", to: "2022-03-31" } } as const;
  expect(withYear(12, 20, winter)).toBe("2021-12-20");
  expect(withYear(1, 5, winter)).toBe("2022-01-05");
  const spring = { from: "period", period: { from: "2022-03-01", to: "2022-06-30" } } as const;
  expect(withYear(12, 20, spring)).toBe("2022-12-20");
  expect(withYear(2, 29, spring)).toBeNull();
});
