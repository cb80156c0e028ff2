import { expect, test } from "vitest";
import { notices as en } from "#app/i18n/en/notices.ts";
import { notices as zh } from "#app/i18n/zh-CN/notices.ts";

test("a deadline is called by its name, with its day; one of an older list by no name", () => {
  const its = { rule: "emergency_filing_10_days", dueOn: "2022-04-11" };
  expect(zh.sentences.deadline_missed(its)).toBe(
    "募捐方案补备案过了期限，最晚 2022年4月11日。请现在就办，并写明原因。",
  );
  expect(en.sentences.deadline_near(its)).toMatch(/^\S.+ is due soon, by 11 Apr 2022\./);
  expect(zh.sentences.deadline_near({ rule: "gone", dueOn: "2022-04-11" })).toMatch(/^一项期限快到期/);
});

test("what a site takes back is told apart from what it asks for, with its reason", () => {
  const its = { site: "潍坊一村居委会", number: "XQ-2022-000001" };
  expect(zh.sentences.need_asked(its)).toBe("潍坊一村居委会：要东西（XQ-2022-000001）。请看库存，给个答复。");
  const back = { ...its, withdrawn: 1, reason: "买到了" };
  expect(zh.sentences.need_asked(back)).toContain("不要了（XQ-2022-000001），说是：买到了。");
  expect(en.sentences.need_asked(back)).toContain("no longer needs it (XQ-2022-000001): 买到了.");
});
