import { expect, test } from "vitest";
import { checkUscc } from "#app/domain/uscc.ts";

const right = "91350100M000100Y43";

test("the example of the standard passes, however it is typed", () => {
  for (const text of [
    right,
    " 91350100m000100y43 ",
    "9135 0100 M000 100Y 43",
    "９１３５０１００Ｍ０００１００Ｙ４３",
  ]) {
    expect(checkUscc(text)).toEqual({ ok: true, uscc: right });
  }
});

test("every single wrong character is found", () => {
  for (let at = 0; at < right.length; at += 1) {
    for (const wrong of "0123456789ABCDEFGHJKLMNPQRTUWXY") {
      if (wrong !== right[at])
        expect(checkUscc(right.slice(0, at) + wrong + right.slice(at + 1)).ok).toBe(false);
    }
  }
});

test("what is not a code says why", () => {
  expect(checkUscc("")).toEqual({ ok: false, reason: "length" });
  expect(checkUscc(right.slice(1))).toEqual({ ok: false, reason: "length" });
  expect(checkUscc("91350100M000100YO3")).toEqual({ ok: false, reason: "characters" });
  expect(checkUscc("9135A100M000100Y43")).toEqual({ ok: false, reason: "characters" });
  expect(checkUscc("91350100M000100Y44")).toEqual({ ok: false, reason: "check" });
});
