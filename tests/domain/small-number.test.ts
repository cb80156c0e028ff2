import { expect, test } from "vitest";
import { publicCount, publicCountText } from "#app/domain/small-number.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";

test.each([
  [0, 0, "0"],
  [1, "few", "<5"],
  [4, "few", "<5"],
  [5, 5, "5"],
  [12_345, 12_345, "12,345"],
])("%d people are public as %s", (count, shown, text) => {
  expect(publicCount(count)).toBe(shown);
  expect(publicCountText(count)).toBe(text);
});

test("public tables say it so in both languages", () => {
  expect(messagesFor("zh-CN").reports.cells.households(1, 3)).toBe("<5 户 / <5 人");
  expect(messagesFor("en").reports.cells.households(120, 310)).toBe("120 households / 310 people");
});
