import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCode, labelUrl, newCode, parseCode } from "#app/domain/code.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const code = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => newCode(() => bytes));
const place = fc.integer({ min: 0, max: 8 });

test("a new code is nine characters without I, L, O and U, and reads back", () => {
  const codes = Array.from({ length: 2_000 }, () => newCode());
  expect(new Set(codes).size).toBe(2_000);
  for (const one of codes) {
    expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{9}$/);
    expect(parseCode(one)).toEqual({ ok: true, code: one });
  }
});

test("the check character of known bytes never changes, since labels are on boxes already", () => {
  expect(newCode(() => Uint8Array.from([7, 19, 4, 20, 2, 22, 29, 13]))).toBe("7K4M2PXDY");
  expect(newCode(() => new Uint8Array(8))).toBe("000000000");
  expect(newCode(() => new Uint8Array(8).fill(255))).toBe(
    "ZZZZZZZZ" + newCode(() => new Uint8Array(8).fill(31)).slice(8),
  );
});

test("every single wrong character is found", () => {
  const right = newCode(() => Uint8Array.from([7, 19, 4, 20, 2, 22, 29, 13]));
  for (let at = 0; at < 9; at += 1) {
    for (const wrong of ALPHABET) {
      if (wrong === right[at]) continue;
      expect(parseCode(right.slice(0, at) + wrong + right.slice(at + 1))).toEqual({
        ok: false,
        reason: "check",
      });
    }
  }
});

test("every exchange of two different characters is found, wherever they stand", () => {
  fc.assert(
    fc.property(code, place, place, (right, from, to) => {
      const characters = [...right];
      [characters[from], characters[to]] = [characters[to] ?? "", characters[from] ?? ""];
      const wrong = characters.join("");
      expect(parseCode(wrong).ok).toBe(wrong === right);
    }),
    { numRuns: 2_000 },
  );
});

test("a code is read as people type it", () => {
  const right = "7K4M2PXDY";
  const typed = [
    "7k4m2pxdy",
    "7K4-M2P-XDY",
    " 7k4 m2p xdy\n",
    "７Ｋ４－Ｍ２Ｐ－ＸＤＹ",
    "7K4—M2P–XDY",
    "\u00027K4M2PXDY\r\u200b",
  ];
  for (const text of typed) expect(parseCode(text)).toEqual({ ok: true, code: right });
  const ones = newCode(() => Uint8Array.from([1, 1, 0, 0, 1, 0, 1, 0]));
  expect(parseCode("IlOo1O" + "iO" + ones.slice(8))).toEqual({ ok: true, code: ones });
});

test("a code is picked out of a label's address", () => {
  const right = "7K4M2PXDY";
  for (const text of [
    labelUrl("https://jieli.example", right),
    "https://jieli.example/q/7k4m2pxdy",
    "https://jieli.example:8443/Q/7K4-M2P-XDY?from=wechat#top",
    "扫到了 HTTPS://JIELI.EXAMPLE/Q/7K4M2PXDY 打开",
  ]) {
    expect(parseCode(text)).toEqual({ ok: true, code: right });
  }
});

test("what is not a code says why", () => {
  expect(parseCode("")).toEqual({ ok: false, reason: "length" });
  expect(parseCode("7K4M2PXD")).toEqual({ ok: false, reason: "length" });
  expect(parseCode("7K4M2PXDY0")).toEqual({ ok: false, reason: "length" });
  expect(parseCode("7K4M2PXDU")).toEqual({ ok: false, reason: "characters" });
  expect(parseCode("口罩")).toEqual({ ok: false, reason: "characters" });
  expect(parseCode("https://elsewhere.example/7K4M2PXDY")).toEqual({ ok: false, reason: "characters" });
});

test("a code is shown in threes and its address is in upper case", () => {
  expect(formatCode("7K4M2PXDY")).toBe("7K4-M2P-XDY");
  expect(labelUrl("https://jieli.example/", "7K4M2PXDY")).toBe("HTTPS://JIELI.EXAMPLE/Q/7K4M2PXDY");
  expect(labelUrl("http://localhost:3000", "7K4M2PXDY")).toBe("HTTP://LOCALHOST:3000/Q/7K4M2PXDY");
});
