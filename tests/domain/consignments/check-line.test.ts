import { expect, test } from "vitest";
import { lifeOf, partsOf, totalOf, valueOfAccepted } from "#app/domain/consignments/check-line.ts";

const [DOCK, HELD, BIN] = [1n, 2n, 3n];
const line = {
  counted: 1000n,
  boxes: [],
  boxesSentBack: 0n,
  looseSentBack: 0n,
  looseHeldBack: 0n,
};

test("boxes stay where they stand, loose goods are at the dock, what is held back is in quarantine", () => {
  const parts = partsOf(
    {
      ...line,
      boxes: [
        { account: BIN, quantity: 300n },
        { account: HELD, quantity: 100n },
        { account: DOCK, quantity: 200n },
      ],
      boxesSentBack: 100n,
      looseSentBack: 50n,
      looseHeldBack: 30n,
    },
    DOCK,
    HELD,
  );
  expect(new Map(parts?.map(({ account, quantity }) => [account, quantity]))).toEqual(
    new Map([
      [BIN, 300n],
      [HELD, 130n],
      [DOCK, 420n],
    ]),
  );
  expect(totalOf(parts!)).toBe(850n);
});

test("nothing stands anywhere when all was sent back", () => {
  expect(partsOf({ ...line, looseSentBack: 1000n }, DOCK, HELD)).toEqual([]);
});

test("more cannot be refused beside the boxes than stands beside them", () => {
  const boxed = { ...line, boxes: [{ account: DOCK, quantity: 900n }] };
  expect(partsOf({ ...boxed, looseSentBack: 100n }, DOCK, HELD)).not.toBeNull();
  expect(partsOf({ ...boxed, looseSentBack: 101n }, DOCK, HELD)).toBeNull();
});

test.each([
  [{ valueFen: 100_000n, expected: 1000n, counted: 900n }, 900n, 90_000n],
  [{ valueFen: 100_000n, expected: 1000n, counted: 1200n }, 1200n, 120_000n],
  [{ valueFen: 90_000n, expected: null, counted: 900n }, 450n, 45_000n],
  [{ valueFen: 100n, expected: 3n, counted: 3n }, 1n, 33n],
  [{ valueFen: null, expected: 1000n, counted: 900n }, 900n, null],
])("%o, of which %d are accepted, are worth %s fen", (valued, accepted, fen) => {
  expect(valueOfAccepted(valued, accepted)).toBe(fen);
});

test.each([
  [null, 30, "fine"],
  ["2022-03-31", 30, "fine"],
  ["2022-03-30", 30, "short"],
  ["2022-03-01", null, "fine"],
  ["2022-03-01", 1, "short"],
  ["2022-02-28", null, "expired"],
] as const)("goods that expire on %s, %s days wanted, on 1 March: %s", (on, days, verdict) => {
  expect(lifeOf(on, days, "2022-03-01").verdict).toBe(verdict);
});
