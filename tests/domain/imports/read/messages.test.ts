import { expect, test } from "vitest";
import { readingMessages as english } from "#app/domain/imports/read/messages.en.ts";
import { readingMessages as chinese } from "#app/domain/imports/read/messages.zh-CN.ts";
import { FIELDS, NOTICE_LEVELS, PROBLEM_CODES } from "#app/domain/imports/read/reading.ts";
import { REFUSAL_CODES } from "#app/domain/imports/read/refusal.ts";

test.each([
  ["zh-CN", chinese],
  ["en", english],
])("%s says what is wrong and what to do for every code", (_, messages) => {
  expect(Object.keys(messages.fields).toSorted()).toEqual([...FIELDS].toSorted());
  expect(Object.keys(messages.notices).toSorted()).toEqual(Object.keys(NOTICE_LEVELS).toSorted());
  for (const code of REFUSAL_CODES) {
    const { what, todo } = messages.refusals[code]({});
    expect([what, todo], code).not.toContain("");
  }
  for (const code of PROBLEM_CODES) {
    const { what, todo } = messages.problems[code]({});
    expect([what, todo], code).not.toContain("");
  }
});
