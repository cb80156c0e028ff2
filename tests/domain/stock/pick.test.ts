import fc from "fast-check";
import { expect, test } from "vitest";
import { allows, parseRestriction, restrictionText } from "#app/domain/places/restriction.ts";
import { type Candidate, pick } from "#app/domain/stock/pick.ts";

const to = { siteId: "site-a", siteKind: "committee", townshipCode: "310115016" } as const;
const free = null;
const township = { townshipCode: "310115016", siteKind: null, siteId: null };
const otherTownship = { townshipCode: "310115120", siteKind: null, siteId: null };
const inWords = { townshipCode: null, siteKind: null, siteId: null };

const lot = (asset: number, over: Partial<Candidate> = {}): Candidate => ({
  asset: BigInt(asset),
  account: 1n,
  available: 10n,
  valueFen: 100n,
  expiresOn: null,
  receivedOn: "2022-03-01",
  restriction: free,
  ...over,
});

const assetsOf = (candidates: Candidate[], wanted: bigint, day = "2022-04-01") =>
  pick(candidates, wanted, to, day).picks.map(({ asset }) => Number(asset));

test("what is restricted to this receiver goes first, then first expired, first out", () => {
  const lots = [
    lot(1, { expiresOn: "2022-05-01" }),
    lot(2, { expiresOn: "2022-04-15" }),
    lot(3),
    lot(4, { restriction: township, expiresOn: "2023-01-01" }),
  ];
  expect(assetsOf(lots, 40n)).toEqual([4, 2, 1, 3]);
});

test("never what is meant for somebody else, for a purpose in words, expired, or not there yet", () => {
  const lots = [
    lot(1, { restriction: otherTownship }),
    lot(2, { restriction: inWords }),
    lot(3, { expiresOn: "2022-03-31" }),
    lot(4, { receivedOn: "2022-04-02" }),
    lot(5, { expiresOn: "2022-04-01" }),
  ];
  expect(pick(lots, 20n, to, "2022-04-01")).toEqual({
    picks: [{ asset: 5n, account: 1n, quantity: 10n, valueFen: 100n }],
    short: 10n,
  });
});

test("a part of a lot takes its share of the value, and the last part what is left", () => {
  const lots = [lot(1, { available: 3n, valueFen: 100n })];
  expect(pick(lots, 1n, to, "2022-04-01").picks[0]?.valueFen).toBe(33n);
  expect(pick(lots, 3n, to, "2022-04-01").picks[0]?.valueFen).toBe(100n);
});

test("picks and shortage always add up to what was wanted, and no lot gives more than it has", () => {
  const anyLot = fc.record({
    available: fc.bigInt(0n, 50n),
    valueFen: fc.bigInt(0n, 10_000n),
    expiresOn: fc.constantFrom(null, "2022-03-20", "2022-04-10", "2022-06-01"),
    restriction: fc.constantFrom(free, township, otherTownship, inWords),
  });
  fc.assert(
    fc.property(fc.array(anyLot, { maxLength: 12 }), fc.bigInt(1n, 300n), (lots, wanted) => {
      const candidates = lots.map((one, i) => lot(i + 1, one));
      const { picks, short } = pick(candidates, wanted, to, "2022-04-01");
      expect(picks.reduce((sum, one) => sum + one.quantity, 0n) + short).toBe(wanted);
      for (const one of picks) {
        const from = candidates.find(({ asset }) => asset === one.asset)!;
        expect(one.quantity > 0n && one.quantity <= from.available).toBe(true);
        expect(one.valueFen <= from.valueFen).toBe(true);
        expect(allows(from.restriction, to)).toBe(true);
      }
    }),
  );
});

test.each([
  ["非定向", null],
  ["", null],
  ["定向：金桥镇", "金桥镇"],
  ["定向用于 方舱医院", "方舱医院"],
  ["金桥镇", "金桥镇"],
])("a restriction's words: %s", (text, expected) => {
  expect(restrictionText(text)).toBe(expected);
});

test.each([
  ["金桥镇", { townshipCode: "310115120", siteKind: null }],
  ["花木", { townshipCode: "310115016", siteKind: null }],
  ["方舱医院", { townshipCode: null, siteKind: "field_hospital" }],
  ["独居老人", { townshipCode: null, siteKind: null }],
])("a restriction is read as a place: %s", (text, expected) => {
  const townships = [
    { code: "310115120", name: "金桥镇" },
    { code: "310115016", name: "花木街道" },
  ];
  expect(parseRestriction(text, townships)).toMatchObject(expected);
});
