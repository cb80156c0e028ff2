import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "#app/domain/kits/compose.ts";
import { shareOut } from "#app/domain/kits/share-out.ts";

const pick = (asset: bigint, quantity: bigint, valueFen = 0n, account = 1n) => ({
  asset,
  account,
  quantity,
  valueFen,
});

test("10 kits of 10 masks from A (65) and B (35) are 6 of A, 1 of both, 3 of B", () => {
  const made = compose([{ perKit: 10n, picks: [pick(1n, 65n, 650n), pick(2n, 35n, 70n)] }], 10n);
  expect(made.map(({ kits, perKit, valueFen }) => ({ kits, perKit: [...perKit], valueFen }))).toEqual([
    { kits: 6n, perKit: [[1n, 10n]], valueFen: 600n },
    {
      kits: 1n,
      perKit: [
        [1n, 5n],
        [2n, 5n],
      ],
      valueFen: 60n,
    },
    { kits: 3n, perKit: [[2n, 10n]], valueFen: 60n },
  ]);
});

test("a lot in two bins is one composition; kits alike are one, also with others between them", () => {
  const twoBins = compose([{ perKit: 10n, picks: [pick(1n, 5n, 0n, 1n), pick(1n, 15n, 0n, 2n)] }], 2n);
  expect(twoBins.map(({ kits, perKit }) => [kits, [...perKit]])).toEqual([[2n, [[1n, 10n]]]]);
  expect(twoBins[0]?.parts).toHaveLength(2);
  const mixed = compose([{ perKit: 2n, picks: [1n, 2n, 1n, 2n].map((asset) => pick(asset, 1n)) }], 2n);
  expect(mixed.map(({ kits }) => kits)).toEqual([2n]);
});

const somePicks = (asset: bigint) =>
  fc
    .array(fc.record({ quantity: fc.bigInt(1n, 40n), valueFen: fc.bigInt(0n, 999n) }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((lots) => lots.map((lot, i) => pick(asset + BigInt(i), lot.quantity, lot.valueFen, BigInt(i % 2))));

test("whatever is picked, every unit and every fen is in exactly one composition, and every kit is full", () => {
  fc.assert(
    fc.property(
      somePicks(10n),
      somePicks(100n),
      fc.bigInt(1n, 5n),
      fc.bigInt(1n, 5n),
      (a, b, eachA, eachB) => {
        const total = (picks: typeof a) => picks.reduce((sum, { quantity }) => sum + quantity, 0n);
        const kits = [total(a) / eachA, total(b) / eachB].reduce((x, y) => (x < y ? x : y));
        if (kits === 0n) return;
        const trim = (picks: typeof a, wanted: bigint) =>
          picks.flatMap((one) => {
            const quantity = one.quantity < wanted ? one.quantity : wanted;
            wanted -= quantity;
            return quantity > 0n ? [{ ...one, quantity }] : [];
          });
        const [pickedA, pickedB] = [trim(a, kits * eachA), trim(b, kits * eachB)];
        const made = compose(
          [
            { perKit: eachA, picks: pickedA },
            { perKit: eachB, picks: pickedB },
          ],
          kits,
        );
        const sum = (numbers: bigint[]) => numbers.reduce((x, y) => x + y, 0n);
        expect(sum(made.map((each) => each.kits))).toBe(kits);
        expect(sum(made.map((each) => each.valueFen))).toBe(
          sum([...pickedA, ...pickedB].map(({ valueFen }) => valueFen)),
        );
        for (const one of made) {
          expect(sum([...one.perKit.values()])).toBe(eachA + eachB);
          expect(sum(one.parts.map(({ quantity }) => quantity))).toBe(one.kits * (eachA + eachB));
        }
      },
    ),
  );
});

test("a value is shared out whole, and no share is more than its weight", () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(0n, 500n), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 100 }),
      (weights, percent) => {
        const all = weights.reduce((x, y) => x + y, 0n);
        const value = (all * BigInt(percent)) / 100n;
        const shares = shareOut(value, weights);
        expect(shares.reduce((x, y) => x + y, 0n)).toBe(value);
        shares.forEach((share, i) => expect(share <= weights[i]!).toBe(true));
      },
    ),
  );
});
