import { expect, test } from "vitest";
import { DomainError } from "#app/domain/errors.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { localeFromAcceptLanguage } from "#app/i18n/locale.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";

const chinese = messagesFor("zh-CN");
const english = messagesFor("en");

test("a shortage names the thing, what is missing, and what can go out", () => {
  const error = new DomainError("insufficient_stock", {
    item: "口罩",
    unit: "只",
    wanted: "2000",
    available: "1600",
  });
  expect(errorSentence(chinese, error)).toBe("口罩还差 400 只，现在最多 1,600 只。请改小数量，或先补货。");
  expect(errorSentence(english, error)).toBe(
    "口罩: 400 只 short, there are 1,600 只 to take. Lower the number, or bring in more first.",
  );
});

test("money is said in yuan", () => {
  const error = new DomainError("insufficient_money", {
    fund: "不限用途",
    wantedFen: "150050",
    availableFen: "100000",
  });
  expect(errorSentence(chinese, error)).toContain("还差 500.50 元，现在只有 1,000.00 元");
});

test("a second confirmation says who and when, and the way to object", () => {
  const error = new DomainError("already_confirmed", { at: "5月10日 13:58", by: "王书记" });
  expect(errorSentence(chinese, error)).toContain("已经签收过（王书记，5月10日 13:58）");
});

test("what is not found is named when we have a word for it", () => {
  expect(errorSentence(chinese, new DomainError("not_found", { what: "delivery" }))).toContain("这张送货单");
  expect(errorSentence(english, new DomainError("not_found", { what: "whatever" }))).toContain(
    "This record was not found",
  );
});

test.each([
  [null, "zh-CN"],
  ["", "zh-CN"],
  ["en", "en"],
  ["en-GB,en;q=0.9,zh;q=0.8", "en"],
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
  ["zh-TW", "zh-CN"],
  ["fr-FR, en;q=0.5, zh;q=0.7", "zh-CN"],
  ["de", "zh-CN"],
  ["en;q=0, zh;q=0.1", "zh-CN"],
  ["*", "zh-CN"],
])("Accept-Language %j reads %s", (header, locale) => {
  expect(localeFromAcceptLanguage(header)).toBe(locale);
});
