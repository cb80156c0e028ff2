import type { DeadlineRule } from "#db/vocabulary";

/** How a rule's time runs; the day it starts is never counted (民法典 art. 201). */
export type Clock =
  | { kind: "days"; days: number; runsPastRest: boolean }
  | { kind: "months"; months: number }
  | { kind: "workdays"; workdays: number }
  /** The next such day of the year after the start. */
  | { kind: "yearly"; monthDay: string }
  /** The start is the date itself: one that was agreed, or the end of a response. */
  | { kind: "given" };

/** What satisfies a rule: a publication that covers its day, a filing, an answer, a gift against the pledge, a destruction. */
export type Satisfier = "publication" | "filing" | "answer" | "gift" | "destruction" | "note";

export interface Rule {
  clock: Clock;
  /** Days before the due date from which it is shown as near. */
  warnDays: number;
  satisfiedBy: Satisfier;
  /** Satisfied, it starts again from the day that satisfied it. */
  repeats: boolean;
}

/**
 * The clocks of Chinese charity law. What each rests on stands, in the reader's language, in the dictionary
 * `disclosures.rules`: 慈善法 (2023) art. 41, 72, 73, 79; 慈善组织信息公开办法 (民政部令第81号) art. 13–15; 上海市慈善条例
 * art. 53; 突发事件应对法 (2024) art. 84–85.
 */
export const rules: Readonly<Record<DeadlineRule, Rule>> = {
  // The statute counts plain days, and goods are waited for: it does not run past a holiday, though 民法典 203 would let it.
  emergency_receipts_5_days: {
    clock: { kind: "days", days: 5, runsPastRest: false },
    warnDays: 2,
    satisfiedBy: "publication",
    repeats: true,
  },
  emergency_filing_10_days: {
    clock: { kind: "days", days: 10, runsPastRest: true },
    warnDays: 3,
    satisfiedBy: "filing",
    repeats: false,
  },
  campaign_every_3_months: {
    clock: { kind: "months", months: 3 },
    warnDays: 14,
    satisfiedBy: "publication",
    repeats: true,
  },
  campaign_end_3_months: {
    clock: { kind: "months", months: 3 },
    warnDays: 30,
    satisfiedBy: "publication",
    repeats: false,
  },
  project_every_3_months: {
    clock: { kind: "months", months: 3 },
    warnDays: 14,
    satisfiedBy: "publication",
    repeats: true,
  },
  project_end_3_months: {
    clock: { kind: "months", months: 3 },
    warnDays: 30,
    satisfiedBy: "publication",
    repeats: false,
  },
  surplus_3_months: {
    clock: { kind: "months", months: 3 },
    warnDays: 30,
    satisfiedBy: "note",
    repeats: false,
  },
  major_event_30_days: {
    clock: { kind: "days", days: 30, runsPastRest: true },
    warnDays: 7,
    satisfiedBy: "note",
    repeats: false,
  },
  donor_reply_10_workdays: {
    clock: { kind: "workdays", workdays: 10 },
    warnDays: 3,
    satisfiedBy: "answer",
    repeats: false,
  },
  annual_report_31_may: {
    clock: { kind: "yearly", monthDay: "05-31" },
    warnDays: 45,
    satisfiedBy: "note",
    repeats: true,
  },
  pledge_due: { clock: { kind: "given" }, warnDays: 7, satisfiedBy: "gift", repeats: false },
  personal_data_destroyed: {
    clock: { kind: "given" },
    warnDays: 14,
    satisfiedBy: "destruction",
    repeats: false,
  },
};
