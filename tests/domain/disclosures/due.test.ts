import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addWorkdays,
  afterRest,
  chineseCalendar,
} from "#app/domain/disclosures/calendar.ts";
import { dueOf, standingOf } from "#app/domain/disclosures/due.ts";
import { deadlineRules, type DeadlineRule } from "#db/vocabulary";

const calendar = chineseCalendar();

/**
 * Rule, start, due date, years whose holidays are not known. Worked out apart from this code, from the State Council's
 * notices for 2022, 2023 and 2026; there is none for 2027 yet.
 */
const table: [DeadlineRule, string, string, number[]][] = [
  ["emergency_receipts_5_days", "2022-03-23", "2022-03-28", []],
  ["emergency_receipts_5_days", "2022-03-28", "2022-04-02", []],
  ["emergency_receipts_5_days", "2022-04-28", "2022-05-03", []],
  ["emergency_receipts_5_days", "2022-04-30", "2022-05-05", []],
  ["emergency_receipts_5_days", "2022-12-28", "2023-01-02", []],
  ["emergency_receipts_5_days", "2024-02-25", "2024-03-01", []],
  ["emergency_receipts_5_days", "2026-09-28", "2026-10-03", []],
  ["emergency_filing_10_days", "2022-03-23", "2022-04-02", []],
  ["emergency_filing_10_days", "2022-03-24", "2022-04-06", []],
  ["emergency_filing_10_days", "2022-04-20", "2022-05-05", []],
  ["emergency_filing_10_days", "2022-04-24", "2022-05-05", []],
  ["emergency_filing_10_days", "2022-09-21", "2022-10-08", []],
  ["emergency_filing_10_days", "2026-01-22", "2026-02-02", []],
  ["emergency_filing_10_days", "2026-02-06", "2026-02-24", []],
  ["emergency_filing_10_days", "2026-04-21", "2026-05-06", []],
  ["emergency_filing_10_days", "2026-09-21", "2026-10-08", []],
  ["emergency_filing_10_days", "2026-09-30", "2026-10-10", []],
  ["emergency_filing_10_days", "2026-12-22", "2027-01-01", [2027]],
  ["emergency_filing_10_days", "2027-01-01", "2027-01-11", [2027]],
  ["campaign_every_3_months", "2022-03-23", "2022-06-23", []],
  ["campaign_every_3_months", "2022-06-23", "2022-09-23", []],
  ["campaign_every_3_months", "2022-11-30", "2023-02-28", []],
  ["campaign_every_3_months", "2026-07-04", "2026-10-08", []],
  ["campaign_every_3_months", "2026-07-01", "2026-10-08", []],
  ["campaign_end_3_months", "2022-01-31", "2022-05-05", []],
  ["campaign_end_3_months", "2022-06-30", "2022-09-30", []],
  ["campaign_end_3_months", "2022-07-05", "2022-10-08", []],
  ["campaign_end_3_months", "2026-11-15", "2027-02-15", [2027]],
  ["project_every_3_months", "2022-11-30", "2023-02-28", []],
  ["project_every_3_months", "2026-01-31", "2026-04-30", []],
  ["project_every_3_months", "2026-07-10", "2026-10-10", []],
  ["project_end_3_months", "2022-03-31", "2022-06-30", []],
  ["project_end_3_months", "2022-12-31", "2023-03-31", []],
  ["project_end_3_months", "2026-10-01", "2027-01-01", [2027]],
  ["surplus_3_months", "2022-08-31", "2022-11-30", []],
  ["surplus_3_months", "2026-06-25", "2026-09-28", []],
  ["surplus_3_months", "2026-09-30", "2026-12-30", []],
  ["major_event_30_days", "2022-03-31", "2022-05-05", []],
  ["major_event_30_days", "2022-04-01", "2022-05-05", []],
  ["major_event_30_days", "2022-09-03", "2022-10-08", []],
  ["major_event_30_days", "2026-01-15", "2026-02-14", []],
  ["major_event_30_days", "2026-01-16", "2026-02-24", []],
  ["major_event_30_days", "2026-09-10", "2026-10-10", []],
  ["major_event_30_days", "2026-12-04", "2027-01-04", [2027]],
  ["donor_reply_10_workdays", "2022-03-23", "2022-04-07", []],
  ["donor_reply_10_workdays", "2022-04-22", "2022-05-09", []],
  ["donor_reply_10_workdays", "2022-09-26", "2022-10-13", []],
  ["donor_reply_10_workdays", "2022-12-30", "2023-01-16", []],
  ["donor_reply_10_workdays", "2026-02-10", "2026-03-02", []],
  ["donor_reply_10_workdays", "2026-04-30", "2026-05-18", []],
  ["donor_reply_10_workdays", "2026-09-18", "2026-10-09", []],
  ["donor_reply_10_workdays", "2026-09-25", "2026-10-15", []],
  ["donor_reply_10_workdays", "2026-09-30", "2026-10-20", []],
  ["donor_reply_10_workdays", "2026-12-20", "2027-01-01", [2027]],
  ["donor_reply_10_workdays", "2026-12-31", "2027-01-14", [2027]],
  ["donor_reply_10_workdays", "2027-09-24", "2027-10-08", [2027]],
  ["annual_report_31_may", "2022-12-31", "2023-05-31", []],
  ["annual_report_31_may", "2026-05-30", "2026-05-31", []],
  ["annual_report_31_may", "2026-05-31", "2027-05-31", []],
  ["pledge_due", "2022-05-01", "2022-05-01", []],
  ["personal_data_destroyed", "2022-12-13", "2022-12-13", []],
];

test("the table has at least sixty dates and every rule", () => {
  expect(table.length).toBeGreaterThanOrEqual(60);
  expect(new Set(table.map(([rule]) => rule))).toEqual(new Set(deadlineRules));
});

test.each(table)("%s from %s is due on %s", (rule, startsOn, dueOn, yearsMissing) => {
  expect(dueOf(rule, startsOn, calendar)).toEqual({ dueOn, yearsMissing });
});

describe("a year without data", () => {
  test("2027 is said to be missing, and counted by weekdays", () => {
    expect(calendar.knows(2026)).toBe(true);
    expect(calendar.knows(2027)).toBe(false);
    expect(dueOf("donor_reply_10_workdays", "2027-09-24", calendar).yearsMissing).toEqual([2027]);
  });

  test("days entered by hand are taken, and once New Year's Day is among them the year is known", () => {
    const own = chineseCalendar(
      new Map([
        ["2027-01-01", false],
        ["2027-01-02", true],
      ]),
    );
    expect(dueOf("emergency_filing_10_days", "2026-12-22", own)).toEqual({
      dueOn: "2027-01-02",
      yearsMissing: [],
    });
  });

  test("one's own day goes before the package's", () => {
    const own = chineseCalendar(new Map([["2026-11-25", false]]));
    expect(own.isWorkday("2026-11-25")).toBe(false);
    expect(calendar.isWorkday("2026-11-25")).toBe(true);
  });
});

describe("days", () => {
  test("a moved workday is a workday, a holiday on a weekday is not", () => {
    expect(calendar.isWorkday("2026-10-10")).toBe(true);
    expect(calendar.isWorkday("2026-10-07")).toBe(false);
  });

  test("months end where the month ends", () => {
    expect(addMonths("2024-11-30", 3)).toBe("2025-02-28");
    expect(addMonths("2023-11-30", 3)).toBe("2024-02-29");
    expect(addMonths("2022-10-31", 3)).toBe("2023-01-31");
    expect(addMonths("2022-03-31", -1)).toBe("2022-02-28");
  });

  test("days run over the ends of years", () => {
    expect(addDays("2022-12-31", 1)).toBe("2023-01-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  });

  test("no workday is counted twice", () => {
    expect(addWorkdays("2026-09-25", 10, calendar)).toBe("2026-10-15");
    expect(afterRest("2026-10-01", calendar)).toBe("2026-10-08");
    expect(afterRest("2026-10-10", calendar)).toBe("2026-10-10");
  });
});

describe("how a deadline stands", () => {
  const deadline = { rule: "emergency_receipts_5_days", dueOn: "2022-04-02", satisfiedOn: null } as const;

  test.each([
    ["2022-03-30", "later"],
    ["2022-03-31", "near"],
    ["2022-04-02", "today"],
    ["2022-04-03", "late"],
  ] as const)("on %s it is %s", (today, standing) => {
    expect(standingOf(deadline, today)).toBe(standing);
  });

  test("once satisfied it is done, even after its day", () => {
    expect(standingOf({ ...deadline, satisfiedOn: "2022-04-05" }, "2022-04-06")).toBe("done");
  });
});
