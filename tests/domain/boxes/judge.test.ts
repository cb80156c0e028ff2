import { describe, expect, test } from "vitest";
import { judge, type LastScan } from "#app/domain/boxes/judge.ts";
import { countsOf } from "#app/domain/boxes/judge-count.ts";
import { known as knownFrom } from "#app/domain/boxes/known.ts";
import { apply } from "#app/domain/boxes/scan-act.ts";
import { type ScanContext, type ScanMode, startOf, type Verdict } from "#app/domain/boxes/scan-context.ts";
import type { ScanData } from "#app/domain/boxes/scan-data.ts";
import { newCode } from "#app/domain/code.ts";
import { box, codes, consignment, delivery, lot, scanList } from "#tests/support/scan-data.ts";

/** A phone in a mode; `scan` judges and carries out, as the screen does. */
function phone(mode: ScanMode, list: Partial<ScanData>, context: Partial<ScanContext> = {}) {
  const known = knownFrom(scanList(list));
  let now = 0;
  let last: LastScan | null = null;
  let at: ScanContext = { ...startOf(mode), ...context };
  const follow = (verdict: Verdict): Verdict => {
    if (verdict.kind === "right") {
      for (const act of verdict.acts) apply(known, act);
      last = { code: verdict.code, at: now };
    }
    if ("context" in verdict) at = verdict.context;
    return verdict;
  };
  return {
    known,
    context: () => at,
    follow,
    wait: (milliseconds: number) => (now += milliseconds),
    scan: (text: string) => follow(judge(known, at, text, { last, now })),
  };
}

const said = (verdict: Verdict): string => `${verdict.kind} ${verdict.says.key}`;
const actsOf = (verdict: Verdict) => (verdict.kind === "right" ? verdict.acts : []);

/** Everything but a right verdict leaves what is known as it was. */
function saysWithoutActing(
  mode: ScanMode,
  list: Partial<ScanData>,
  context: Partial<ScanContext>,
  text: string,
) {
  const at = phone(mode, list, context);
  const before = structuredClone({ boxes: at.known.boxes, deliveries: at.known.deliveries });
  const verdict = at.scan(text);
  expect(actsOf(verdict)).toEqual([]);
  expect({ boxes: at.known.boxes, deliveries: at.known.deliveries }).toEqual(before);
  return verdict;
}

describe("codes that are none of this warehouse's labels", () => {
  const code = newCode();
  const misread = `${code.slice(0, 8)}${code.endsWith("0") ? "1" : "0"}`;
  test.each([
    ["another system's address", "https://example.com/track/77", {}, "wrong otherSystem"],
    ["a misread code", misread, {}, "wrong misread"],
    ["nothing", "  ", {}, "wrong nothingRead"],
    ["some text", "hello", {}, "wrong noLabel"],
    ["a barcode with a wrong check digit", "6901234567890", {}, "wrong badBarcode"],
    ["an unknown label", code, {}, "wrong unknownCode"],
    ["a replaced label", code, { revoked: [{ code, by: codes.other }] }, "wrong revoked"],
    [
      "another emergency's label",
      code,
      { elsewhere: [{ kind: "response", name: "2021", codes: [code] }] },
      "wrong otherResponse",
    ],
    [
      "another warehouse's box",
      code,
      { elsewhere: [{ kind: "warehouse", name: "B", codes: [code] }] },
      "wrong otherWarehouse",
    ],
  ] satisfies [string, string, Partial<ScanData>, string][])("%s", (_name, text, list, expected) => {
    for (const mode of ["receive", "putAway", "pick", "load", "count"] as const) {
      expect(said(saysWithoutActing(mode, list, {}, text)), mode).toBe(expected);
    }
  });

  test("a replaced label says which is the new one, and an unknown one whose address it bears", () => {
    const revoked = phone("pick", { revoked: [{ code, by: codes.other }] }).scan(code);
    expect(revoked.says.with).toEqual({ code, by: codes.other });
    const unknown = phone("pick", {}).scan(`HTTPS://ELSEWHERE.EXAMPLE/Q/${code}`);
    expect(unknown.says.with).toEqual({ code, host: "elsewhere.example" });
  });
});

describe("receive", () => {
  const blank = [newCode(), newCode(), newCode()];
  const [first = "", second = "", third = ""] = blank;
  const counting = { consignmentId: "c", line: 1, perBox: "2000" } as const;
  const list = { blank, consignments: [consignment()] };

  test("a blank label becomes a box of the line, and the consignment counts it", () => {
    const at = phone("receive", list, counting);
    const verdict = at.scan(first);
    expect(said(verdict)).toBe("right received");
    expect(actsOf(verdict)).toEqual([
      {
        verb: "box.receive",
        input: { consignmentId: "c", code: first, kind: "box", line: 1, quantity: "2000" },
      },
    ]);
    expect(at.known.consignments.get("c")).toMatchObject({ boxes: 1, lines: [{ counted: "2000" }] });
    expect(at.known.boxes.get(first)).toMatchObject({ at: "1", counted: "2000", line: 1 });
  });

  test("the same label again is no second box: just now, and later", () => {
    const at = phone("receive", list, counting);
    at.scan(first);
    at.wait(2_900);
    expect(said(at.scan(first))).toBe("already justScanned");
    at.wait(200);
    expect(said(at.scan(first))).toBe("already receivedAlready");
    expect(at.known.consignments.get("c")?.boxes).toBe(1);
  });

  test("an unknown box has neither line nor quantity", () => {
    const at = phone("receive", list, { consignmentId: "c", line: "unknown" });
    const verdict = at.scan(first);
    expect(actsOf(verdict)).toMatchObject([{ input: { line: null, quantity: null } }]);
    expect(at.known.consignments.get("c")).toMatchObject({ boxes: 1, lines: [{ counted: "0" }] });
  });

  test("what is in the boxes is asked once", () => {
    const at = phone("receive", list, { consignmentId: "c" });
    const question = at.scan(first);
    expect(said(question)).toBe("choose whatIsInIt");
    if (question.kind !== "choose") throw new Error("no question");
    expect(question.options.map(({ says }) => says.key)).toEqual(["line", "lineUnknown"]);
    at.follow(question.options[0]!.then!);
    expect(said(at.scan(second))).toBe("right received");
    expect(said(at.scan(third))).toBe("right received");
  });

  test("nothing is counted without a consignment, without a quantity, or with another box's label", () => {
    const used = box();
    expect(said(saysWithoutActing("receive", list, {}, first))).toBe("wrong chooseConsignment");
    const noQuantity = { ...counting, perBox: null };
    expect(said(saysWithoutActing("receive", list, noQuantity, first))).toBe("wrong perBoxMissing");
    const withUsed = { ...list, lots: [lot("100")], boxes: [used] };
    expect(said(saysWithoutActing("receive", withUsed, counting, used.code))).toBe("wrong labelInUse");
    expect(said(saysWithoutActing("receive", list, counting, codes.binA))).toBe("wrong binLabel");
  });

  test("a maker's barcode says which line it is, with the pack it stands on, and must agree with the papers", () => {
    const gtin = "09521234543213";
    const barcodes = [{ gtin, itemId: "mask", item: "医用外科口罩", unit: "只", packSize: "50" }];
    const line = { ...consignment().lines[0]!, n: 4, lotNumber: "B1", expiresOn: "2022-12-31" };
    const announced = { blank, barcodes, consignments: [consignment({ lines: [line] })] };
    const at = phone("receive", announced, { consignmentId: "c" });
    expect(said(at.scan("]d2010952123454321310B1\u001d17221231"))).toBe("context line");
    expect(at.context()).toMatchObject({ line: 4, perBox: "50" });
    expect(said(at.scan("]d2010952123454321310B2\u001d17221231"))).toBe("wrong lotDiffers");
    expect(said(at.scan("]d2010952123454321310B1\u001d17230131"))).toBe("wrong expiryDiffers");
    expect(said(phone("receive", { ...announced, barcodes: [] }, { consignmentId: "c" }).scan(gtin))).toBe(
      "wrong noSuchBarcode",
    );
    expect(said(phone("pick", announced).scan(gtin))).toBe("wrong barcodeHere");
  });
});

describe("put away", () => {
  const a = box({ at: "1" });
  const b = box({ at: "1" });
  const list = { lots: [lot("100")], boxes: [a, b] };

  test("bin first: every box goes there until another bin is scanned", () => {
    const at = phone("putAway", list);
    expect(said(at.scan(codes.binA))).toBe("context intoBin");
    expect(actsOf(at.scan(a.code))).toEqual([
      { verb: "box.move", input: { code: a.code, to: "a", reason: null } },
    ]);
    at.scan(codes.binB);
    at.scan(b.code);
    expect(at.known.boxes.get(a.code)?.at).toBe("11");
    expect(at.known.boxes.get(b.code)?.at).toBe("12");
    expect([...at.known.boxesAt].filter(([, boxes]) => boxes > 0)).toEqual([
      ["11", 1],
      ["12", 1],
    ]);
  });

  test("box first: what is held goes to the next bin, and that bin does not stay chosen", () => {
    const at = phone("putAway", list);
    expect(said(at.scan(a.code))).toBe("context held");
    expect(said(at.scan(b.code))).toBe("context held");
    expect(actsOf(at.scan(codes.binA))).toHaveLength(2);
    at.wait(5_000);
    expect(said(at.scan(a.code))).toBe("context held");
  });

  test("an expired box goes to quarantine or nowhere", () => {
    const expired = { lots: [lot("100", { expiresOn: "2022-03-31" })], boxes: [a] };
    const at = phone("putAway", expired, { bin: "11" });
    const question = at.scan(a.code);
    expect(said(question)).toBe("choose expiredHere");
    if (question.kind !== "choose") throw new Error("no question");
    expect(actsOf(question.options[0]!.then!)).toMatchObject([
      { verb: "box.move", input: { to: "quarantine" } },
    ]);
    expect(question.options[1]!.then).toBeNull();
  });

  test("it may be used on the day it expires", () => {
    const today = { lots: [lot("100", { expiresOn: "2022-04-01" })], boxes: [a] };
    expect(said(phone("putAway", today, { bin: "11" }).scan(a.code))).toBe("right putAway");
  });

  test.each([
    ["a box that is kept for a delivery", box({ delivery: 0 }), "wrong withDelivery"],
    ["an emptied box", box({ empty: true }), "wrong emptied"],
    ["a box in quarantine", box({ at: "3" }), "wrong inQuarantine"],
    ["a box that is there already", box({ at: "11" }), "already thereAlready"],
  ])("%s stays where it is", (_name, standing, expected) => {
    const there = { ...list, boxes: [standing], deliveries: [delivery()] };
    expect(said(saysWithoutActing("putAway", there, { bin: "11" }, standing.code))).toBe(expected);
  });

  test("a blank label is no box yet", () => {
    const code = newCode();
    expect(said(saysWithoutActing("putAway", { blank: [code] }, { bin: "11" }, code))).toBe(
      "wrong blankHere",
    );
  });

  test("a pallet takes its boxes along, and boxes in the hand go onto it", () => {
    const pallet = box({ kind: "pallet", at: "1", in: [] });
    const on = box({ at: "1", pallet: pallet.code });
    const at = phone("putAway", { ...list, boxes: [pallet, on, a] });
    at.scan(a.code);
    expect(actsOf(at.scan(pallet.code))).toEqual([
      { verb: "box.nest", input: { code: a.code, pallet: pallet.code } },
    ]);
    at.wait(5_000);
    at.scan(codes.binB);
    const moved = at.scan(pallet.code);
    expect(moved.says.with).toMatchObject({ boxes: 2 });
    expect([on, a].map(({ code }) => at.known.boxes.get(code)?.at)).toEqual(["12", "12"]);
  });

  test("a box and a pallet in two places are brought together first", () => {
    const pallet = box({ kind: "pallet", at: "12", in: [] });
    const there = { ...list, boxes: [pallet, a] };
    expect(said(saysWithoutActing("putAway", there, { pallet: pallet.code }, a.code))).toBe(
      "wrong palletElsewhere",
    );
  });
});

describe("pick", () => {
  const first = lot("100", { expiresOn: "2022-06-30", lotNumber: "L1" });
  const later = lot("101", { expiresOn: "2022-09-30", lotNumber: "L2" });
  const other = lot("102", { expiresOn: "2022-05-30", lotNumber: "L3" });
  const narrow = lot("103", {
    restriction: "航头镇",
    only: { townshipCode: "310115125", siteKind: null, siteId: null },
  });
  const oil = lot("104", { itemId: "oil", item: "食用油" });
  const stale = lot("105", { expiresOn: "2022-03-31" });
  const lots = [first, later, other, narrow, oil, stale];
  const picking = { deliveryId: "d" };
  const withBox = (standing: ReturnType<typeof box>, more: Partial<ScanData> = {}) => ({
    lots,
    boxes: [standing],
    deliveries: [delivery()],
    ...more,
  });

  test("the delivery's label chooses it; the first box begins the picking", () => {
    const boxes = [box(), box(), box()];
    const at = phone("pick", { lots, boxes, deliveries: [delivery()] });
    expect(said(at.scan(boxes[0]!.code))).toBe("wrong chooseDelivery");
    expect(said(at.scan(codes.delivery))).toBe("context delivery");
    expect(actsOf(at.scan(boxes[0]!.code)).map(({ verb }) => verb)).toEqual([
      "delivery.start-picking",
      "box.pick",
    ]);
    expect(actsOf(at.scan(boxes[1]!.code)).map(({ verb }) => verb)).toEqual(["box.pick"]);
    expect(at.known.deliveries.get("d")?.picks[0]?.taken).toBe("4000");
    expect(at.known.boxes.get(boxes[0]!.code)).toMatchObject({ at: "2", deliveryId: "d" });
    expect(said(at.scan(boxes[2]!.code))).toBe("wrong enough");
    at.wait(5_000);
    expect(said(at.scan(boxes[1]!.code))).toBe("already pickedAlready");
  });

  test.each([
    ["a lot that expires later", box({ in: [{ lot: 1, quantity: "2000" }] }), "wrong laterLot"],
    ["another lot", box({ in: [{ lot: 2, quantity: "2000" }] }), "wrong otherLot"],
    ["a lot for somebody else", box({ in: [{ lot: 3, quantity: "2000" }] }), "wrong restricted"],
    ["an item that is not in the delivery", box({ in: [{ lot: 4, quantity: "12" }] }), "wrong notWanted"],
    ["an expired lot", box({ in: [{ lot: 5, quantity: "2000" }] }), "wrong expired"],
    ["the right lot from another place", box({ at: "12" }), "wrong otherPlace"],
    ["an unknown box", box({ in: [] }), "wrong unknownBox"],
    [
      "a box that is counted but not booked",
      box({ in: [], line: 1, counted: "2000", consignment: 0 }),
      "wrong notBooked",
    ],
    ["another delivery's box", box({ delivery: 1, at: "2" }), "wrong withDelivery"],
    ["a pallet", box({ kind: "pallet", in: [] }), "wrong palletHere"],
    ["a box in quarantine", box({ at: "3" }), "wrong inQuarantine"],
  ])("%s is put back", (_name, standing, expected) => {
    const deliveries = [delivery(), delivery({ id: "e", number: "FF-2022-000002", code: codes.other })];
    const list = withBox(standing, { deliveries, consignments: [consignment()] });
    expect(said(saysWithoutActing("pick", list, picking, standing.code))).toBe(expected);
  });

  test("a box with more than is left is taken in part, and the rest stays in it", () => {
    const big = box({ in: [{ lot: 0, quantity: "5000" }] });
    const at = phone("pick", withBox(big), picking);
    const question = at.scan(big.code);
    expect(question.says).toMatchObject({ key: "moreThanLeft", with: { holds: "5000", left: "4000" } });
    if (question.kind !== "choose") throw new Error("no question");
    expect(question.options[1]!.then).toBeNull();
    at.follow(question.options[0]!.then!);
    expect(at.known.boxes.get(big.code)).toMatchObject({ at: "11", in: [{ quantity: "1000" }] });
    expect(at.known.deliveries.get("d")?.picks[0]?.taken).toBe("4000");
  });

  test("a box with another thing beside what is wanted is not taken", () => {
    const two = box({
      in: [
        { lot: 0, quantity: "2000" },
        { lot: 4, quantity: "12" },
      ],
    });
    expect(said(saysWithoutActing("pick", withBox(two), picking, two.code))).toBe("wrong notWanted");
  });

  test("a delivery that is off the shelves is not picked again", () => {
    const done = { lots, deliveries: [delivery({ picked: true })] };
    expect(said(saysWithoutActing("pick", done, {}, codes.delivery))).toBe("wrong pickedWhole");
  });
});

describe("load", () => {
  const mine = box({ at: "2", delivery: 0 });
  const theirs = box({ at: "2", delivery: 1 });
  const unpicked = box();
  const list = {
    lots: [lot("100")],
    boxes: [mine, theirs, unpicked],
    deliveries: [delivery(), delivery({ id: "e", number: "FF-2022-000002", code: codes.other })],
  };

  test("the first box chooses its delivery; it is loaded once", () => {
    const at = phone("load", list);
    const verdict = at.scan(mine.code);
    expect(verdict.says).toMatchObject({ key: "loaded", with: { n: 1, of: 1 } });
    expect(at.context().deliveryId).toBe("d");
    at.wait(5_000);
    expect(said(at.scan(mine.code))).toBe("already loadedAlready");
  });

  test("another delivery's box and one that was not picked stay off the vehicle", () => {
    expect(said(saysWithoutActing("load", list, { deliveryId: "d" }, theirs.code))).toBe(
      "wrong otherDelivery",
    );
    expect(said(saysWithoutActing("load", list, { deliveryId: "d" }, unpicked.code))).toBe("wrong notPicked");
    expect(said(saysWithoutActing("load", list, {}, unpicked.code))).toBe("wrong chooseDelivery");
  });
});

describe("count", () => {
  const here = box();
  const elsewhere = box({ at: "12" });
  const unknown = box({ in: [] });
  const stocktake = {
    id: "p",
    number: "PD-2022-000001",
    blind: true,
    open: ["11"],
    counted: ["12"],
    since: { "11": "3x0", "12": "4x0" },
  };
  const list = {
    lots: [lot("100", { code: codes.other })],
    boxes: [here, elsewhere, unknown],
    stocktakes: [stocktake],
  };

  test("every box once, whatever the books say of its place; loose pieces by the lot's label", () => {
    const at = phone("count", list);
    expect(said(at.scan(codes.binA))).toBe("context bin");
    expect(said(at.scan(here.code))).toBe("right counted");
    expect(said(at.scan(elsewhere.code))).toBe("right countedFromElsewhere");
    expect(said(at.scan(unknown.code))).toBe("right countedUnknown");
    at.wait(5_000);
    expect(said(at.scan(here.code))).toBe("already countedAlready");
    expect(said(at.scan(codes.other))).toBe("context lotLoose");
    const count = at.context().count!;
    expect(count.since).toBe("3x0");
    expect(countsOf(at.known, { ...count, loose: { "100": "7" } })).toEqual([
      { assetId: "100", counted: "4007" },
    ]);
  });

  test("a bin that is being picked is not counted, nor one outside of the count; a counted one is asked about", () => {
    const picking = { ...list, deliveries: [delivery({ picking: true })] };
    expect(said(saysWithoutActing("count", picking, {}, codes.binA))).toBe("wrong beingPicked");
    const none = { ...list, stocktakes: [] };
    expect(said(saysWithoutActing("count", none, {}, codes.binA))).toBe("wrong notToCount");
    expect(said(saysWithoutActing("count", list, {}, codes.binB))).toBe("choose countedBefore");
    expect(said(saysWithoutActing("count", list, {}, here.code))).toBe("wrong chooseBin");
  });
});

test("only what counted makes the next scan of the same code a repetition", () => {
  const first = box({ at: "12" });
  const at = phone(
    "pick",
    { lots: [lot("100")], boxes: [first], deliveries: [delivery()] },
    { deliveryId: "d" },
  );
  expect(said(at.scan(first.code))).toBe("wrong otherPlace");
  expect(said(at.scan(first.code))).toBe("wrong otherPlace");
});
