import fc from "fast-check";
import { expect, test } from "vitest";
import { known as knownFrom, type Known } from "#app/domain/boxes/known.ts";
import { apply, type ScanAct, takeBack } from "#app/domain/boxes/scan-act.ts";
import { newCode } from "#app/domain/code.ts";
import { box, consignment, delivery, lot, scanList } from "#tests/support/scan-data.ts";

const boxes = [box(), box(), box({ at: "12" }), box({ kind: "pallet", in: [] })];
boxes.push(box({ pallet: boxes[3]!.code }), box({ in: [{ lot: 0, quantity: "9000" }] }));
const blank = [newCode(), newCode()];
const stocktake = { id: "p", number: "PD", blind: true, open: ["11", "12"], counted: [], since: {} };

const fresh = () =>
  knownFrom(
    scanList({
      lots: [lot("100")],
      boxes,
      blank,
      consignments: [consignment()],
      deliveries: [delivery()],
      stocktakes: [stocktake],
    }),
  );

const code = fc.constantFrom(...boxes.filter(({ kind }) => kind === "box").map((each) => each.code));
const anyCode = fc.constantFrom(...boxes.map((each) => each.code));
const deliveryId = "d";

const act: fc.Arbitrary<ScanAct> = fc.oneof(
  fc.constantFrom(...blank).map((each): ScanAct => ({
    verb: "box.receive",
    input: { consignmentId: "c", code: each, kind: "box", line: 1, quantity: "2000" },
  })),
  fc
    .record({ code: anyCode, to: fc.constantFrom("a", "b", "dock", "quarantine"), reason: fc.constant(null) })
    .map((input): ScanAct => ({ verb: "box.move", input })),
  code.map((each): ScanAct => ({ verb: "box.nest", input: { code: each, pallet: boxes[3]!.code } })),
  fc
    .record({ code, quantity: fc.constantFrom(null, "500") })
    .map((input): ScanAct => ({ verb: "box.pick", input: { deliveryId, ...input } })),
  code.map((each): ScanAct => ({ verb: "box.load", input: { deliveryId, code: each } })),
  fc.constantFrom("11", "12").map((accountId): ScanAct => ({
    verb: "stocktake.count-bin",
    input: { stocktakeId: "p", accountId, since: "0x0", counts: [] },
  })),
);

/** All that an act may change, in an order of its own. */
const stateOf = ({ boxes, blank, consignments, deliveries, stocktakes, boxesAt }: Known) => ({
  boxes: [...boxes].sort(),
  blank: [...blank].sort(),
  consignments: structuredClone([...consignments]),
  deliveries: structuredClone([...deliveries]),
  stocktakes: [...stocktakes.values()].map(({ open, counted }) => [[...open].sort(), [...counted].sort()]),
  boxesAt: [...boxesAt].filter(([, n]) => n !== 0).sort(),
});

test("acts taken back in reverse leave what was known before, and taking back again changes nothing", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const known = fresh();
      const done: { act: ScanAct; before: ReturnType<typeof apply>; state: ReturnType<typeof stateOf> }[] =
        [];
      for (const each of acts) {
        const state = stateOf(known);
        const before = apply(known, each);
        // Only what changed something is taken back: a screen offers nothing else.
        if (JSON.stringify(stateOf(known)) !== JSON.stringify(state)) done.push({ act: each, before, state });
      }
      for (const { act: each, before, state } of done.reverse()) {
        takeBack(known, each, before);
        expect(stateOf(known)).toEqual(state);
        takeBack(known, each, before);
        expect(stateOf(known)).toEqual(state);
      }
    }),
  );
});

test("the count of boxes in a place is the boxes that stand there", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const known = fresh();
      for (const each of acts) apply(known, each);
      const counted = new Map<string, number>();
      for (const { at } of known.boxes.values()) counted.set(at, (counted.get(at) ?? 0) + 1);
      expect(new Map([...known.boxesAt].filter(([, n]) => n !== 0))).toEqual(counted);
    }),
  );
});
