import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, test } from "vitest";
import {
  balances,
  boxContents,
  boxes,
  consignmentLines,
  consignmentRefusals,
  db,
  gifts,
  items,
  restrictions,
  sourceLots,
} from "#db";
import { classifyBox } from "#app/domain/boxes/classify.server.ts";
import { moveBox } from "#app/domain/boxes/move.server.ts";
import { ClassifyBox, MoveBox } from "#app/domain/boxes/schema.ts";
import { acceptGoods } from "#app/domain/consignments/accept.server.ts";
import { addLine } from "#app/domain/consignments/add-line.server.ts";
import { getConsignment } from "#app/domain/consignments/get.server.ts";
import { openConsignment } from "#app/domain/consignments/open.server.ts";
import { AddLine, OpenConsignment } from "#app/domain/consignments/schema.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import {
  announce,
  blankLabels,
  check,
  count,
  placesOf,
  receive,
  refuseSome,
  statusOf,
} from "#tests/support/consignments.ts";
import { promise } from "#tests/support/gifts.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

let world: World;
let places: Awaited<ReturnType<typeof placesOf>>;
beforeEach(async () => {
  world = await makeWorld();
  places = await placesOf(world);
});

const lotsOf = async (giftId: string) =>
  db.select().from(sourceLots).where(eq(sourceLots.giftId, giftId)).orderBy(sourceLots.n);

async function heldAt(account: bigint, asset: bigint) {
  const [row] = await db
    .select()
    .from(balances)
    .where(and(eq(balances.accountId, account), eq(balances.assetId, asset)));
  return row?.amount ?? 0n;
}

const inDays = (days: number) => todayInShanghai(new Date(Date.now() + days * 86_400_000));

/** Refused with this code, and neither the consignment nor the books changed. */
async function refuses(id: string, act: () => Promise<unknown>, code: string) {
  const before = [await statusOf(id), await db.select().from(gifts), await db.select().from(balances)];
  expect(await refusalCode(act())).toBe(code);
  expect([await statusOf(id), await db.select().from(gifts), await db.select().from(balances)]).toEqual(
    before,
  );
}

describe("consignment.receive", () => {
  test("what was counted and accepted comes into the books, in boxes and loose, refused and held back apart", async () => {
    const { id, number } = await announce(world, [{ unitValue: "0.5" }]);
    const codes = await blankLabels(world, 4);
    for (const code of codes) await receive(world, id, code);
    await count(world, id, { packs: "9", counted: "50" });
    await refuseSome(world, id, { code: codes[0] });
    await refuseSome(world, id, { code: codes[1], action: "quarantined", reason: "unsafe" });
    await refuseSome(world, id, { n: 1, quantity: "50" });
    await refuseSome(world, id, { n: 1, quantity: "30", action: "quarantined" });
    const move = { code: codes[2]!, to: world.bin.id };
    await moveBox(world.actors.warehouse_keeper, uuidv7(), MoveBox.parse(move));

    const { gift } = await check(world, id);
    const [lot] = await lotsOf(gift!.id);
    expect(lot).toMatchObject({ quantity: 800n, packSize: 100n, valueFen: 40_000n });
    expect(await heldAt(places.dock, lot!.assetId)).toBe(570n);
    expect(await heldAt(places.bin, lot!.assetId)).toBe(100n);
    expect(await heldAt(places.quarantine, lot!.assetId)).toBe(130n);
    const filled = await db.select().from(boxContents).where(eq(boxContents.assetId, lot!.assetId));
    expect(filled.map(({ quantity }) => quantity)).toEqual([100n, 100n, 100n]);
    expect(await db.select().from(gifts).where(eq(gifts.id, gift!.id))).toMatchObject([{ note: number }]);
    expect(await statusOf(id)).toMatchObject({
      status: "received",
      preparedBy: world.actors.warehouse_keeper.userId,
      checkedBy: world.actors.fund_officer.userId,
      overrideReason: null,
      giftId: gift!.id,
    });
    const note = await getConsignment(world.actors.auditor, id);
    expect(note.lines).toMatchObject([
      { expected: 1000n, counted: 950n, sentBack: 150n, heldBack: 130n, accepted: 670n },
    ]);
    expect(note.gifts).toEqual([{ id: gift!.id, number: gift!.number, supplement: false }]);
    expect(await verifyLedger(db)).toMatchObject({ discrepancies: [] });
  });

  test("whoever counted does not check, by typing or by box, unless an emergency is written down", async () => {
    const { warehouse_keeper, administrator } = world.actors;
    const { id } = await announce(world);
    await count(world, id, { packs: "10" });
    await refuses(id, () => check(world, id, {}, warehouse_keeper), "duties_apart");
    await check(world, id, { overrideReason: "夜里只有一个人" }, warehouse_keeper);
    expect(await statusOf(id)).toMatchObject({ overrideReason: "夜里只有一个人" });

    const { id: boxed } = await announce(world);
    await count(world, boxed, { counted: "1" });
    const [code = ""] = await blankLabels(world, 1);
    await receive({ ...world, actors: { ...world.actors, warehouse_keeper: administrator } }, boxed, code);
    await refuses(boxed, () => check(world, boxed, {}, administrator), "duties_apart");
    await check(world, boxed);
  });

  test("what a program counted no program checks: a second token is no second person", async () => {
    const token = () => ({ ...world.actors.warehouse_keeper, kind: "token", tokenId: uuidv7() }) as const;
    const counting = { ...world, actors: { ...world.actors, warehouse_keeper: token() as never } };
    const { id } = await announce(world);
    await count(counting, id, { packs: "10" });
    await refuses(id, () => check(world, id, {}, token()), "duties_apart");
    const { id: boxed } = await announce(world);
    const [code = ""] = await blankLabels(world, 1);
    await receive(counting, boxed, code);
    await refuses(boxed, () => check(world, boxed, {}, token()), "duties_apart");
    await check(world, boxed);
  });

  test("goods of a restricted pledge are restricted, also a line the donor or the door wrote without it", async () => {
    const pledge = await promise(world, {
      kind: "goods",
      restrictedTo: world.site.name,
      lines: [{ item: world.mask.name, unit: "只", quantity: "100" }],
    });
    const { id } = await announce(world, [], { pledgeId: pledge.id });
    await addLine(
      world.actors.warehouse_keeper,
      uuidv7(),
      AddLine.parse({ consignmentId: id, goods: { item: "防护服", unit: "件", quantity: "5" } }),
    );
    const [code = ""] = await blankLabels(world, 1);
    await receive(world, id, code, { line: null, quantity: null });
    const { gift } = await check(world, id);
    const opened = ClassifyBox.parse({ code, goods: { item: "手套", unit: "双", quantity: "9" } });
    const { gift: later } = await classifyBox(world.actors.warehouse_keeper, uuidv7(), opened);
    const lots = [...(await lotsOf(gift!.id)), ...(await lotsOf(later.id))];
    expect(lots).toHaveLength(2);
    const [restriction] = await db
      .select()
      .from(restrictions)
      .where(eq(restrictions.organizationId, world.organizationId));
    expect(lots.map(({ restrictionId }) => restrictionId)).toEqual([restriction!.id, restriction!.id]);
  });

  test("a box that is moved while its consignment is checked is booked where it stands", async () => {
    const { id } = await announce(world);
    const codes = await blankLabels(world, 6);
    for (const code of codes) await receive(world, id, code);
    const move = (code: string) =>
      moveBox(world.actors.warehouse_keeper, uuidv7(), MoveBox.parse({ code, to: world.bin.id }));
    await Promise.all([check(world, id), ...codes.map(move)]);
    const [lot] = await lotsOf((await statusOf(id)).giftId!);
    expect(await heldAt(places.bin, lot!.assetId)).toBe(600n);
    expect(await heldAt(places.dock, lot!.assetId)).toBe(0n);
    expect(await verifyLedger(db)).toMatchObject({ discrepancies: [] });
  });

  test("twice the same request books once; of two checkers at once one succeeds", async () => {
    const { id } = await announce(world);
    await count(world, id, { packs: "10" });
    const requestId = uuidv7();
    const [first, again] = await Promise.all([
      check(world, id, {}, world.actors.fund_officer, requestId),
      check(world, id, {}, world.actors.fund_officer, requestId),
    ]);
    expect(again).toEqual(first);
    const { id: two } = await announce(world);
    await count(world, two, { packs: "10" });
    const codes = await Promise.all([
      refusalCode(check(world, two)),
      refusalCode(check(world, two, {}, world.actors.administrator)),
    ]);
    expect(codes.sort()).toEqual(["consignment_closed", "done"]);
    expect(await db.select().from(gifts).where(eq(gifts.organizationId, world.organizationId))).toHaveLength(
      2,
    );
  });

  test("another organization's consignment is not found", async () => {
    const other = await makeWorld();
    const { id } = await announce(world);
    await count(world, id, { packs: "1" });
    await refuses(id, () => check(world, id, {}, other.actors.fund_officer), "not_found");
  });

  test("a short life is accepted only with a reason, which the note shows", async () => {
    await db.update(items).set({ minRemainingDays: 90 }).where(eq(items.id, world.mask.id));
    const { id } = await announce(world, [{ expiresOn: inDays(60) }]);
    await count(world, id, { packs: "10" });
    await refuses(id, () => check(world, id), "short_life");
    await check(world, id, { lines: [{ n: 1, acceptReason: "明天就发完" }] });
    const { lines } = await getConsignment(world.actors.auditor, id);
    expect(lines[0]).toMatchObject({ acceptReason: "明天就发完", life: { verdict: "short" } });
  });

  test("expired goods come into the books in quarantine only", async () => {
    const { id } = await announce(world, [{ expiresOn: inDays(-1) }]);
    await count(world, id, { packs: "10" });
    const accept = { lines: [{ n: 1, acceptReason: "还能用" }] };
    await refuses(id, () => check(world, id, accept), "lot_expired_at_intake");
    await refuseSome(world, id, { n: 1, quantity: "400", action: "rejected", reason: "expired" });
    await refuses(id, () => check(world, id, accept), "lot_expired_at_intake");
    await refuseSome(world, id, { n: 1, quantity: "600", action: "quarantined", reason: "expired" });
    const { gift } = await check(world, id);
    const [lot] = await lotsOf(gift!.id);
    expect(await heldAt(places.quarantine, lot!.assetId)).toBe(600n);
  });

  test("a lot number known with another expiry is refused with both dates, unless it is right", async () => {
    await stockMasks(world, { lotNumber: "B1", expiresOn: "2030-01-01" });
    const { id } = await announce(world, [{ lotNumber: "B1", expiresOn: "2031-01-01" }]);
    await count(world, id, { packs: "10" });
    await refuses(id, () => check(world, id), "lot_expiry_differs");
    await expect(check(world, id)).rejects.toMatchObject({
      params: { lotNumber: "B1", known: "2030-01-01", stated: "2031-01-01" },
    });
    await check(world, id, { lines: [{ n: 1, acceptExpiry: "true" }] });
    expect((await statusOf(id)).status).toBe("received");
  });

  test("the checker values a line; a line that is not there is not found", async () => {
    const { id } = await announce(world);
    await count(world, id, { packs: "2" });
    await refuses(id, () => check(world, id, { lines: [{ n: 7 }] }), "not_found");
    const lines = [{ n: 1, unitValue: "1.2", valueBasis: "market_price" as const }];
    const { gift } = await check(world, id, { lines });
    expect(await lotsOf(gift!.id)).toMatchObject([{ valueFen: 24_000n, valueBasis: "market_price" }]);
  });

  test("with nothing counted there is nothing to receive; when all was sent back there is no gift", async () => {
    const { id } = await announce(world);
    await refuses(id, () => check(world, id), "nothing_counted");
    await refuseSome(world, id, { item: "旧衣服", unit: "包", quantity: "3", reason: "not_needed" });
    expect(await check(world, id)).toMatchObject({ gift: null });
    expect(await statusOf(id)).toMatchObject({ status: "received", giftId: null });
  });

  test("unopened boxes stay at the dock without contents", async () => {
    const opened = await openConsignment(
      world.actors.warehouse_keeper,
      uuidv7(),
      OpenConsignment.parse({ warehouseId: world.warehouse.id }),
    );
    const [code = ""] = await blankLabels(world, 1);
    await receive(world, opened.id, code, { line: null, quantity: null, note: "看着像衣服" });
    expect(await check(world, opened.id)).toMatchObject({ gift: null });
    const [box] = await db.select().from(boxes).where(eq(boxes.consignmentId, opened.id));
    expect(box).toMatchObject({ accountId: places.dock, emptiedAt: null, note: "看着像衣服" });
    expect(await db.select().from(boxContents).where(eq(boxContents.boxId, box!.id))).toEqual([]);
  });
});

describe("consignment.count-line, consignment.refuse and consignment.accept", () => {
  test("a count takes the place of the one before; packs need a pack", async () => {
    const { id } = await announce(world, [{}, { packName: null, packSize: null, quantity: "7" }]);
    await count(world, id, { packs: "3", counted: "5" });
    await count(world, id, { packs: "2" });
    const [line] = await db.select().from(consignmentLines).where(eq(consignmentLines.consignmentId, id));
    expect(line).toMatchObject({ n: 1, counted: 200n });
    await refuses(id, () => count(world, id, { n: 2, packs: "1" }), "invalid");
    await refuses(id, () => count(world, id, { n: 3, counted: "1" }), "not_found");
  });

  test("not less is counted than stands in boxes or was refused, and not more refused than was counted", async () => {
    const { id } = await announce(world);
    const [code = ""] = await blankLabels(world, 1);
    await receive(world, id, code);
    await count(world, id, { packs: "2" });
    await refuses(id, () => count(world, id, { counted: "99" }), "boxed_more_than_counted");
    await refuses(id, () => refuseSome(world, id, { n: 1, quantity: "201" }), "refused_more_than_counted");
    await refuseSome(world, id, { n: 1, quantity: "150" });
    await refuses(id, () => count(world, id, { counted: "149" }), "refused_more_than_counted");
    await refuses(id, () => check(world, id), "boxed_more_than_counted");
  });

  test("a refusal is taken back, and its box with it", async () => {
    const { id } = await announce(world);
    const [code = ""] = await blankLabels(world, 1);
    await receive(world, id, code);
    const refusal = await refuseSome(world, id, { code });
    const [box] = await db.select().from(boxes).where(eq(boxes.consignmentId, id));
    expect(box!.emptiedAt).not.toBeNull();
    const accept = () =>
      acceptGoods(world.actors.warehouse_keeper, uuidv7(), { consignmentId: id, refusalId: refusal.id });
    await accept();
    await refuses(id, accept, "not_found");
    expect(await db.select().from(boxes).where(eq(boxes.consignmentId, id))).toMatchObject([
      { emptiedAt: null, accountId: places.dock },
    ]);
    const left = await db.select().from(consignmentRefusals).where(eq(consignmentRefusals.consignmentId, id));
    expect(left).toEqual([]);
  });

  test("a box that was held back may be sent back after all: what was said before is replaced", async () => {
    const { id } = await announce(world);
    const [code = ""] = await blankLabels(world, 1);
    await receive(world, id, code);
    await refuseSome(world, id, { code, action: "quarantined", reason: "unsafe" });
    await refuseSome(world, id, { code, reason: "unsafe" });
    const note = await getConsignment(world.actors.auditor, id);
    expect(note.refusals).toHaveLength(1);
    expect(note.lines).toMatchObject([{ counted: 100n, sentBack: 100n, heldBack: 0n, accepted: 0n }]);
    expect(await check(world, id)).toMatchObject({ gift: null });
  });

  test("a refused box that was moved since stays where it stands when its refusal is taken back", async () => {
    const { id } = await announce(world);
    const [code = ""] = await blankLabels(world, 1);
    await receive(world, id, code);
    const refusal = await refuseSome(world, id, { code, action: "quarantined" });
    const keeper = world.actors.warehouse_keeper;
    await moveBox(keeper, uuidv7(), MoveBox.parse({ code, to: world.bin.id }));
    await acceptGoods(keeper, uuidv7(), { consignmentId: id, refusalId: refusal.id });
    expect(await db.select().from(boxes).where(eq(boxes.consignmentId, id))).toMatchObject([
      { accountId: places.bin },
    ]);
  });

  test("a box of another consignment is not refused here", async () => {
    const [{ id }, elsewhere] = [await announce(world), await announce(world)];
    const [code = ""] = await blankLabels(world, 1);
    await receive(world, elsewhere.id, code);
    await refuses(id, () => refuseSome(world, id, { code }), "box_of_another_consignment");
  });
});
