import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Came,
  onTheRoad,
  type SentLine,
  settle,
  type Settlement,
  settlePart,
  type Verdict,
} from "#app/domain/deliveries/settle.ts";

const nothing: Came = { good: 0n, damaged: 0n };
const line: SentLine = {
  n: 1,
  quantity: 100n,
  came: nothing,
  picks: [
    { n: 1, asset: 7n, quantity: 60n, valueFen: 100n },
    { n: 2, asset: 8n, quantity: 40n, valueFen: 33n },
  ],
};
const after = (good: bigint, damaged = 0n): SentLine => ({ ...line, came: { good, damaged } });
const count = (good: bigint, damaged = 0n, reason: "damaged_goods" | null = "damaged_goods") => ({
  good,
  damaged,
  reason,
  remark: null,
});

function settlementOf(verdict: Verdict): Settlement {
  if (!verdict.ok) throw new Error(JSON.stringify(verdict));
  return verdict.settlement;
}

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

test("a difference needs a reason, of a part too", () => {
  const missing = { ok: false, field: "reason", message: "reason_missing" };
  expect(settle(line, count(99n, 0n, null))).toEqual(missing);
  expect(settle(line, count(100n, 0n, null))).toMatchObject({ ok: true });
  expect(settlePart(line, count(40n, 1n, null))).toEqual(missing);
  expect(settlePart(line, count(40n, 0n, null))).toMatchObject({ ok: true });
});

test("of a part only what came is counted, and a line nobody counted came whole", () => {
  expect(settlePart(line, count(70n, 5n))).toMatchObject({
    settlement: {
      good: 70n,
      damaged: 5n,
      short: 0n,
      picks: [
        { n: 1, good: 60n, goodValueFen: 100n, missing: 0n },
        { n: 2, good: 10n, goodValueFen: 8n, missing: 5n, missingValueFen: 5n },
      ],
    },
  });
  expect(settlePart(after(70n, 5n), undefined)).toMatchObject({
    settlement: { good: 25n, short: 0n, damaged: 0n },
  });
});

test("a part of more than is still to come is refused with both amounts", () => {
  expect(settlePart(after(70n, 5n), count(25n, 1n))).toEqual({ ok: false, counted: 26n, left: 25n });
  expect(settlePart(after(70n, 5n), count(24n, 1n))).toMatchObject({ ok: true });
});

test("after parts the last signing settles the rest, and only the rest", () => {
  expect(settle(after(70n, 5n), undefined)).toMatchObject({
    settlement: { good: 25n, short: 0n, picks: [{ good: 0n }, { good: 25n, missing: 0n }] },
  });
  expect(settle(after(70n, 5n), count(20n, 2n))).toMatchObject({
    settlement: { good: 20n, damaged: 2n, short: 3n, picks: [{ missing: 0n }, { good: 20n, missing: 5n }] },
  });
  expect(settle(after(70n, 5n), count(30n))).toMatchObject({ settlement: { good: 25n, extra: 5n } });
  expect(settle(after(100n), undefined)).toMatchObject({ settlement: { good: 0n, short: 0n } });
});

test("good, short and damaged always add up to what was sent, in pieces and in fen", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 150n), fc.bigInt(0n, 100n), (good, damaged) => {
      const settlement = settlementOf(settle(line, count(good, damaged)));
      if (settlement.good < 0n) throw new Error("negative");
      expect(settlement.good + settlement.short + settlement.damaged).toBe(100n);
      const fen = settlement.picks.reduce((sum, one) => sum + one.goodValueFen + one.missingValueFen, 0n);
      expect(fen).toBe(133n);
    }),
  );
});

/** Parts in a row, as far as they fit, then the last signing or a cancellation. */
const parts = fc.array(fc.tuple(fc.bigInt(0n, 60n), fc.bigInt(0n, 20n)), { maxLength: 6 });

test("whatever parts came before, every piece and every fen is moved once", () => {
  fc.assert(
    fc.property(parts, fc.bigInt(0n, 120n), fc.boolean(), (counts, last, calledOff) => {
      let now = line;
      const moved = line.picks.map(() => ({ quantity: 0n, fen: 0n }));
      const move = ({ picks }: Settlement) =>
        picks.forEach((pick, i) => {
          expect(
            [pick.good, pick.missing, pick.goodValueFen, pick.missingValueFen].every((x) => x >= 0n),
          ).toBe(true);
          moved[i]!.quantity += pick.good + pick.missing;
          moved[i]!.fen += pick.goodValueFen + pick.missingValueFen;
        });
      for (const [good, damaged] of counts) {
        const verdict = settlePart(now, count(good, damaged));
        if (!verdict.ok) continue;
        move(verdict.settlement);
        const { came } = now;
        now = { ...now, came: { good: came.good + good, damaged: came.damaged + damaged } };
      }
      if (calledOff) {
        onTheRoad(now).forEach(({ quantity, valueFen }, i) => {
          moved[i]!.quantity += quantity;
          moved[i]!.fen += valueFen;
        });
      } else move(settlementOf(settle(now, count(last))));
      expect(moved).toEqual(line.picks.map(({ quantity, valueFen }) => ({ quantity, fen: valueFen })));
    }),
  );
});
