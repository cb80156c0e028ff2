import { expect, test } from "vitest";
import { english } from "#app/i18n/en/messages.ts";
import { chinese } from "#app/i18n/zh-CN/messages.ts";

/** Proper names, and the base unit of the examples: Chinese in English too. */
const chineseInBoth = /接力|慈善中国|中文|只/g;

/** Names of formats, languages and units: Latin in Chinese too. */
const latinInBoth = /English|Excel|PDF|CSV|JSON|API|QR|IATI|GS1|EPCIS|[kM]B/g;

/** Stands in for any particulars: whatever is read of it or called on it is it again, and it reads "7". */
const anything: unknown = new Proxy(() => "7", {
  get: (_target, key) => {
    if (key === "getTime") return () => 7;
    return key === Symbol.toPrimitive || key === "toString" ? () => "7" : anything;
  },
  apply: () => anything,
  has: () => true,
});

/** Every text by its path; a function is called with stand-in particulars that read "7". */
function texts(node: unknown, path = ""): [path: string, text: string][] {
  if (typeof node === "string") return [[path, node]];
  if (typeof node === "function")
    return [[path, String(Reflect.apply(node, undefined, [anything, anything, anything, anything]))]];
  if (typeof node !== "object" || node === null) throw new Error(`${path} is neither text nor function`);
  return Object.entries(node).flatMap(([key, child]) => texts(child, path === "" ? key : `${path}.${key}`));
}

test("both languages have the same keys", () => {
  const keys = (messages: unknown) => texts(messages).map(([path]) => path);
  expect(keys(english).sort()).toEqual(keys(chinese).sort());
});

test("English holds no Chinese", () => {
  const left = texts(english).filter(([, text]) => /[\u3400-\u9fff]/.test(text.replace(chineseInBoth, "")));
  expect(left).toEqual([]);
});

test("Chinese holds no untranslated text", () => {
  const left = texts(chinese).filter(
    ([, text]) => !/[\u3400-\u9fff]/.test(text) && /[A-Za-z]{2}/.test(text.replace(latinInBoth, "")),
  );
  expect(left).toEqual([]);
});

test("no text is empty, none apologises, none speaks of systems", () => {
  for (const [path, text] of [...texts(chinese), ...texts(english)]) {
    // What a scan says may stand in its title alone.
    if (!/^scan\.says\..*\.text$/.test(path)) expect(text.trim(), path).not.toBe("");
    expect(text, path).not.toMatch(/抱歉|对不起|操作失败|系统异常|提交成功|sorry|oops/i);
  }
});
