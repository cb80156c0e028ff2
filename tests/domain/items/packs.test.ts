import { expect, test } from "vitest";
import { packInWords } from "#app/domain/items/pack-words.ts";
import { mergePacks, sizePacks } from "#app/domain/items/packs.ts";

const pack = (name: string, count: bigint, of: string | null = null) => ({ name, count, of });

test("a carton of 40 boxes of 50 pieces holds 2,000, whatever order they are written in", () => {
  expect(sizePacks([pack("箱", 40n, "盒"), pack("盒", 50n)], "只")).toEqual({
    ok: true,
    packs: [
      { name: "箱", count: 40n, of: 2, size: 2000n },
      { name: "盒", count: 50n, of: null, size: 50n },
    ],
  });
  expect(sizePacks([pack("盒", 50n, "只")], "只")).toMatchObject({
    ok: true,
    packs: [{ of: null, size: 50n }],
  });
});

test.each([
  ["an unknown smaller pack", [pack("箱", 40n, "袋")], { "packs.0.of": "pack_unknown" }],
  ["a pack in itself", [pack("箱", 40n, "箱")], { "packs.0.of": "pack_in_itself" }],
  [
    "two in each other",
    [pack("箱", 40n, "盒"), pack("盒", 50n, "箱")],
    { "packs.0.of": "pack_in_itself", "packs.1.of": "pack_in_itself" },
  ],
  ["the same name twice", [pack("箱", 40n), pack("箱", 20n)], { "packs.0.name": "duplicate" }],
  ["a pack called like the unit", [pack("只", 40n)], { "packs.0.name": "duplicate" }],
  [
    "more than can be counted",
    [pack("箱", 10n ** 9n, "盒"), pack("盒", 10n ** 9n)],
    { "packs.0.count": "too_large" },
  ],
])("%s is refused beside its field", (_what, packs, fields) => {
  expect(sizePacks(packs, "只")).toEqual({ ok: false, fields });
});

test("packs of merged items: a known size is dropped, a used name says its size, what is inside stays inside", () => {
  const kept = [
    { name: "箱", count: 2000n, of: null, size: 2000n },
    { name: "盒", count: 50n, of: null, size: 50n },
  ];
  const added = [
    { name: "件", count: 20n, of: 2, size: 1000n },
    { name: "包", count: 50n, of: null, size: 50n },
    { name: "箱", count: 100n, of: null, size: 100n },
  ];
  expect(mergePacks(kept, added)).toEqual([
    ...kept,
    { name: "箱100", count: 100n, of: null, size: 100n },
    { name: "件", count: 20n, of: 2, size: 1000n },
  ]);
});

test("a pack is written down to the base unit, as a sum when it is nested", () => {
  const box = { name: "盒", count: 50n, of: null, size: 50n };
  const carton = { name: "箱", count: 40n, of: "盒", size: 2000n };
  expect(packInWords(carton, [carton, box], "只")).toBe("箱 = 40 盒 × 50 只 = 2,000 只");
  expect(packInWords(box, [carton, box], "只")).toBe("盒 = 50 只");
});
