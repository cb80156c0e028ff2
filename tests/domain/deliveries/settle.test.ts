import fc from "fast-check";
import { expect, test } from "vitest";
import { settle } from "#app/domain/deliveries/settle.ts";

const line = {
  n: 1,
  quantity: 100n,
  picks: [
    { n: 1, asset: 7n, quantity: 60n, valueFen: 100n },
    { n: 2, asset: 8n, quantity: 40n, valueFen: 33n },
  ],
};
const count = (good: bigint, damaged = 0n, reason: "damaged_goods" | null = "damaged_goods") => ({
  good,
  damaged,
  reason,
  remark: null,
});

test("a line nobody counted was all there", () => {
  expect(settle(line, undefined)).toMatchObject({
    ok: true,
    settlement: { good: 100n, short: 0n, damaged: 0n },
  });
});

test("what is neither good nor damaged is missing, and falls on the last picks", () => {
  expect(settle(line, count(70n, 5n))).toMatchObject({
    settlement: {
      good: 70n,
      damaged: 5n,
      short: 25n,
      extra: 0n,
      picks: [
        { n: 1, good: 60n, missing: 0n },
        { n: 2, good: 10n, goodValueFen: 8n, missing: 30n, missingValueFen: 25n },
      ],
    },
  });
});

test("more than was sent is recorded as extra", () => {
  expect(settle(line, count(103n))).toMatchObject({ settlement: { good: 100n, short: 0n, extra: 3n } });
});

test("a difference needs a reason", () => {
  expect(settle(line, count(99n, 0n, null))).toEqual({
    ok: false,
    field: "reason",
    message: "reason_missing",
  });
  expect(settle(line, count(100n, 0n, null))).toMatchObject({ ok: true });
});

test("good, short and damaged always add up to what was sent, in pieces and in fen", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 150n), fc.bigInt(0n, 100n), (good, damaged) => {
      const verdict = settle(line, count(good, damaged));
      if (!verdict.ok) throw new Error(verdict.message);
      const { settlement } = verdict;
      if (settlement.good < 0n) throw new Error("negative");
      expect(settlement.good + settlement.short + settlement.damaged).toBe(100n);
      const fen = settlement.picks.reduce((sum, one) => sum + one.goodValueFen + one.missingValueFen, 0n);
      expect(fen).toBe(133n);
    }),
  );
});
