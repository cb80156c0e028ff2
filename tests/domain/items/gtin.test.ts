import { expect, test } from "vitest";
import { checkDigit, parseGtin, printedGtin } from "#app/domain/items/gtin.ts";

test.each([
  ["96385074", "00000096385074"],
  ["036000291452", "00036000291452"],
  ["4006381333931", "04006381333931"],
  ["6901234567892", "06901234567892"],
  ["10614141000415", "10614141000415"],
  [" ６９０１２３４-567 892 ", "06901234567892"],
])("%s is a GTIN, kept with 14 digits", (text, gtin) => {
  expect(parseGtin(text)).toEqual({ ok: true, gtin });
});

test.each([
  ["4006381333930", "check"],
  ["96385073", "check"],
  ["4006381339331", "check"],
  ["400638133393", "check"],
  ["123456789", "digits"],
  ["12345678901234567", "digits"],
  ["69O1234567892", "digits"],
  ["00000000000000", "digits"],
  ["", "digits"],
])("%s is none", (text, reason) => {
  expect(parseGtin(text)).toEqual({ ok: false, reason });
});

test("the check digit of an SSCC and of a GTIN are made alike", () => {
  expect(checkDigit("10614141123456789")).toBe("7");
  expect(checkDigit("0952123454321")).toBe("3");
});

test.each(["96385074", "036000291452", "4006381333931", "10614141000415"])(
  "%s is printed as it was read",
  (text) => {
    const verdict = parseGtin(text);
    expect(verdict.ok && printedGtin(verdict.gtin)).toBe(text);
  },
);
