import { expect, test } from "vitest";
import { accountKinds } from "#db/vocabulary";
import { parseTraceCode } from "#app/domain/trace/code.ts";
import { formatShare, shareOfPool } from "#app/domain/trace/share-of-pool.ts";
import { inAllStages, noStages, outside, reachedOf, stageOf, type Stages } from "#app/domain/trace/stage.ts";

const standing = (of: Partial<Stages>) => reachedOf({ ...noStages(), ...of });

test("every kind of account is either a stage of a gift's goods, outside their way, or holds money alone", () => {
  const money = ["fund", "grantee"];
  for (const kind of accountKinds) {
    if (money.includes(kind) || outside.some((each) => each === kind)) {
      expect(() => stageOf(kind), kind).toThrow(RangeError);
    } else {
      expect(stageOf(kind)).toBeTypeOf("string");
    }
  }
});

test("a station is done when all have reached it, now when a part has or is on the road to it", () => {
  expect(standing({ received: 60n })).toEqual({
    received: "done",
    stored: "next",
    packed: "next",
    on_road: "next",
    confirmed: "next",
    handed_on: "next",
  });
  expect(standing({ stored: 40n, confirmed: 20n })).toEqual({
    received: "done",
    stored: "done",
    packed: "now",
    on_road: "now",
    confirmed: "now",
    handed_on: "next",
  });
  expect(Object.values(standing({ handed_on: 60n }))).toEqual(Array(6).fill("done"));
  expect(standing({ confirmed: 10n, handed_on: 50n })).toMatchObject({ confirmed: "done", handed_on: "now" });
  expect(standing({ on_road: 60n })).toMatchObject({ on_road: "done", confirmed: "now", handed_on: "next" });
  expect(standing({ confirmed: 57n, in_question: 3n })).toMatchObject({ on_road: "done", confirmed: "done" });
  expect(standing({ in_question: 60n })).toMatchObject({ on_road: "done", confirmed: "next" });
});

test("all stages together, a find that makes the losses negative included", () => {
  expect(inAllStages({ ...noStages(), stored: 63n, lost: -3n })).toBe(60n);
});

test.each([
  [612_240_000n, 12_890_000n, 971_810_000n, 8_120_696n],
  [0n, 100n, 100n, 0n],
  [100n, 100n, 100n, 100n],
  [1n, 1n, 2n, 1n],
  [1n, 1n, 3n, 0n],
])("of %s fen spent, a gift of %s in a pool of %s takes %s", (amount, gift, pool, share) => {
  expect(shareOfPool(amount, gift, pool)).toBe(share);
});

test("a gift outside its pool has no share", () => {
  expect(() => shareOfPool(1n, 2n, 1n)).toThrow(RangeError);
  expect(() => shareOfPool(1n, 0n, 0n)).toThrow(RangeError);
});

test.each([
  [12_890_000n, 971_810_000n, "1.33%"],
  [63n, 100n, "63%"],
  [1n, 8n, "12.5%"],
  [0n, 0n, "0%"],
])("%s of %s reads %s", (part, whole, words) => {
  expect(formatShare(part, whole)).toBe(words);
});

test("a trace code is read as typed or with its address", () => {
  expect(parseTraceCode("https://example.org/t/86DF1ABZ3?x=1")).toEqual({ ok: true, code: "86DF1ABZ3" });
  expect(parseTraceCode("86d-f1a-bz3")).toEqual({ ok: true, code: "86DF1ABZ3" });
  expect(parseTraceCode("86DF1ABZ4")).toMatchObject({ ok: false, reason: "check" });
});
