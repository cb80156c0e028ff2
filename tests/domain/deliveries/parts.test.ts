import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { boxEvents, db, deliveryLines, deliveryPicks, notices, receiptLines, receipts } from "#db";
import { getCase } from "#app/domain/cases/get.server.ts";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import { confirmDeliveries } from "#app/domain/deliveries/confirm.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { findByCode } from "#app/domain/deliveries/find-by-code.server.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { handOverDelivery } from "#app/domain/deliveries/hand-over.server.ts";
import { HandOverDelivery } from "#app/domain/deliveries/schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { listDistributions } from "#app/domain/reports/distributions.server.ts";
import { receiveReturn } from "#app/domain/returns/receive.server.ts";
import { ReceiveReturn } from "#app/domain/returns/schema.ts";
import { boxedMasks, boxOf, deliverMasks, keeperOf } from "#tests/support/boxes.ts";
import { casesOf, decide, goodsIn } from "#tests/support/cases.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { roadWorld } from "#tests/support/road.ts";
import { part, receiver, rowOf, saying, sign } from "#tests/support/signing.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const lineOf = async (deliveryId: string) =>
  (await db.select().from(deliveryLines).where(eq(deliveryLines.deliveryId, deliveryId)))[0]!;

const booksHold = async () => expect((await verifyLedger(db)).discrepancies).toEqual([]);

const handOver = (world: World, deliveryId: string, quantity: string) =>
  handOverDelivery(
    world.actors.site_contact,
    uuidv7(),
    HandOverDelivery.parse({
      deliveryId,
      households: "1",
      people: "2",
      handedOn: "2022-05-20",
      lines: [{ n: 1, quantity }],
    }),
  );

const distributionsOf = async (world: World) => {
  const { rows } = await listDistributions({ from: null, to: null, township: null });
  return rows.filter(({ organization }) => organization === `测试社会组织 ${world.tag}`);
};

test("a part books what came, and the delivery stays on the road", async () => {
  const { world, delivery } = await roadWorld();
  expect(await sign(delivery, part("25"))).toMatchObject({
    part: true,
    receipt: 1,
    lines: [{ n: 1, good: "25", short: "0", damaged: "0", extra: "0", toCome: "35" }],
  });
  expect(await rowOf(delivery.id)).toMatchObject({ status: "dispatched", confirmedAt: null });
  expect(await lineOf(delivery.id)).toMatchObject({ partly: 25n, good: null, short: null });
  expect(await goodsIn(world, "site")).toEqual([25, 5000]);
  expect(await goodsIn(world, "delivery")).toEqual([35, 7000]);
  expect(await casesOf(world)).toEqual([]);
  await booksHold();
});

test("the last signing settles the rest: what never came is short", async () => {
  const { world, delivery } = await roadWorld();
  await sign(delivery, part("25"));
  await sign(delivery, part("10", "2"));
  const told = await sign(delivery, { lines: [{ n: 1, good: "20", reason: "lost_on_the_way" }] });
  expect(told).toMatchObject({ part: false, receipt: 3, lines: [{ good: "20", short: "3", toCome: "0" }] });
  expect(await rowOf(delivery.id)).toMatchObject({ status: "confirmed", receiverName: "刘秀英" });
  expect(await lineOf(delivery.id)).toMatchObject({
    partly: 35n,
    good: 55n,
    short: 3n,
    damaged: 2n,
    extra: 0n,
  });
  expect(await goodsIn(world, "site")).toEqual([55, 11_000]);
  expect(await goodsIn(world, "dispute")).toEqual([5, 1000]);
  expect(await goodsIn(world, "delivery")).toEqual([0, 0]);
  expect((await casesOf(world)).map(({ kind, quantity }) => [kind, quantity])).toEqual([
    ["damaged", 2n],
    ["short", 3n],
  ]);
  await booksHold();
});

test("each signing is a receipt with its number, its words and its counts", async () => {
  const { world, delivery } = await roadWorld();
  const ids = [uuidv7(), uuidv7()];
  const said = { ...part("25"), signature: "M10 10 L20 30", occurredAt: "2020-01-01T08:00:00+08:00" };
  await sign(delivery, said, ids[0]);
  await sign(delivery, { locale: "en", post: "secretary" }, ids[1]);
  const kept = await db
    .select()
    .from(receipts)
    .where(eq(receipts.deliveryId, delivery.id))
    .orderBy(receipts.n);
  const { number } = await rowOf(delivery.id);
  expect(kept).toMatchObject([
    { id: ids[0], n: 1, partial: true, locale: "zh-CN", signature: "M10 10 L20 30", deviceId: null },
    { id: ids[1], n: 2, partial: false, locale: "en", name: "刘秀英", post: "secretary", deviceTime: null },
  ]);
  expect(kept[0]!.agreed).toBe(
    `我代表潍坊一村居委会签收测试社会组织 ${world.tag}发来的送货单 ${number}，当面点收如下：\n` +
      "1. 医用外科口罩：完好 25 只。\n这次只到了一部分，其余的到了再签。",
  );
  expect(kept[1]!.agreed).toContain("1. 医用外科口罩: 35 只 in good state, 25 只 signed for before.");
  // The phone's clock is two years slow: kept as it was, and not believed.
  expect(kept[0]!.deviceTime).toEqual(new Date("2020-01-01T00:00:00Z"));
  expect(Date.now() - kept[0]!.occurredAt.getTime()).toBeLessThan(60_000);
  const counts = await db.select().from(receiptLines).where(eq(receiptLines.receiptId, ids[1]!));
  expect(counts).toMatchObject([{ lineN: 1, good: 35n, short: 0n, damaged: 0n, extra: 0n }]);
});

test("the same part sent ten times at once, and again later, is counted once", async () => {
  const { delivery } = await roadWorld();
  const requestId = uuidv7();
  const answers = await Promise.all(Array.from({ length: 10 }, () => sign(delivery, part("25"), requestId)));
  answers.push(await sign(delivery, part("25"), requestId));
  await sign(delivery);
  answers.push(await sign(delivery, part("25"), requestId));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await lineOf(delivery.id)).toMatchObject({ partly: 25n, good: 60n });
  expect(await refusalCode(sign(delivery, part("24"), requestId))).toBe("request_reused");
});

test("eight parts of ten at once: six are taken, and none counts more than was sent", async () => {
  const { world, delivery } = await roadWorld();
  const codes = await Promise.all(Array.from({ length: 8 }, () => refusalCode(sign(delivery, part("10")))));
  expect(codes.filter((code) => code === "done")).toHaveLength(6);
  expect(codes.filter((code) => code === "parts_complete")).toHaveLength(2);
  expect(await goodsIn(world, "site")).toEqual([60, 12_000]);
  const numbers = await db
    .select({ n: receipts.n })
    .from(receipts)
    .where(eq(receipts.deliveryId, delivery.id));
  expect(numbers.map(({ n }) => n).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  await booksHold();
});

test("parts and the last signing in one batch come out as one after the other would", async () => {
  const { world, delivery } = await roadWorld();
  const said = [part("25"), part("10", "2"), { lines: [{ n: 1, good: "23" }] }, part("1")];
  const outcomes = await confirmDeliveries(
    said.map((each) => ({ actor: receiver, requestId: uuidv7(), input: saying(delivery, each) })),
  );
  expect(outcomes.slice(0, 3).map((one) => (one instanceof DomainError ? one.code : one.receipt))).toEqual([
    1, 2, 3,
  ]);
  expect(outcomes[3]).toMatchObject({ code: "already_confirmed" });
  expect(await lineOf(delivery.id)).toMatchObject({
    good: 58n,
    short: 0n,
    damaged: 2n,
    reason: "damaged_goods",
  });
  expect(await goodsIn(world, "site")).toEqual([58, 11_600]);
  await booksHold();
});

test("a part of more than is to come names the line and both amounts; an empty one is refused", async () => {
  const { delivery } = await roadWorld();
  await sign(delivery, part("25"));
  await expect(sign(delivery, part("36"))).rejects.toMatchObject({
    code: "more_than_to_come",
    params: { item: "医用外科口罩", unit: "只", counted: "36", left: "35" },
  });
  expect(await refusalCode(sign(delivery, { part: true }))).toBe("part_empty");
  expect(await refusalCode(sign(delivery, part("0")))).toBe("part_empty");
  expect(await refusalCode(sign(delivery, { part: true, lines: [{ n: 2, good: "1" }] }))).toBe("invalid");
  expect(await lineOf(delivery.id)).toMatchObject({ partly: 25n });
});

test("parts that add up to all do not close it; the next part says so, and the last signing moves nothing", async () => {
  const { world, delivery } = await roadWorld();
  await sign(delivery, part("60"));
  expect(await rowOf(delivery.id)).toMatchObject({ status: "dispatched" });
  expect(await refusalCode(sign(delivery, part("1")))).toBe("parts_complete");
  expect(await refusalCode(cancelDelivery(world.actors.dispatcher, uuidv7(), cancelling(delivery.id)))).toBe(
    "parts_complete",
  );
  expect(await sign(delivery)).toMatchObject({ part: false, receipt: 2, lines: [{ good: "0", short: "0" }] });
  expect(await lineOf(delivery.id)).toMatchObject({ good: 60n, short: 0n });
  const [entries] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from entries where document_id = ${delivery.id} and kind = 'delivery.confirm'`,
  );
  expect(entries).toEqual({ n: 1 });
});

const cancelling = (deliveryId: string) => ({ deliveryId, reason: "封路" });

test("after a part the rest can be called off: it goes back, and what came stays", async () => {
  const { world, delivery } = await roadWorld({ quantity: "7" });
  await sign(delivery, part("2", "1"));
  const before = await goodsIn(world, "dock");
  await cancelDelivery(world.actors.dispatcher, uuidv7(), cancelling(delivery.id));
  expect(await goodsIn(world, "delivery")).toEqual([0, 0]);
  expect(await goodsIn(world, "site")).toEqual([2, 400]);
  expect(await goodsIn(world, "dispute")).toEqual([1, 200]);
  const after = await goodsIn(world, "dock");
  expect(after[0] - before[0]).toBe(4);
  expect(await refusalCode(sign(delivery))).toBe("delivery_cancelled");
  await handOver(world, delivery.id, "2");
  expect(await distributionsOf(world)).toMatchObject([
    { quantity: 7n, valueFen: 1400n, good: 2n, damaged: 1n, takenBack: false },
    { quantity: -4n, valueFen: -800n, good: null, takenBack: true },
  ]);
  await booksHold();
});

test("boxes of a delivery that came in part are void when the rest is called off; one that is back may have its label back", async () => {
  const world = await makeWorld();
  const { codes } = await boxedMasks(world, 3);
  const delivery = await deliverMasks(world, 30);
  for (const code of codes) {
    await keeperOf(world).pick(delivery.id, code);
    await keeperOf(world).load(delivery.id, code);
  }
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id });
  await sign(delivery, part("20"));
  await cancelDelivery(world.actors.dispatcher, uuidv7(), cancelling(delivery.id));
  const all = await Promise.all(codes.map(boxOf));
  expect(all.every(({ emptiedAt, deliveryId }) => emptiedAt !== null && deliveryId === null)).toBe(true);
  expect(await goodsIn(world, "dock")).toMatchObject([10, expect.anything()]);
  const events = await db
    .select()
    .from(boxEvents)
    .where(
      and(
        inArray(
          boxEvents.boxId,
          all.map(({ id }) => id),
        ),
        eq(boxEvents.kind, "box.empty"),
      ),
    );
  const [back, other] = events;
  expect(await refusalCode(keeperOf(world).undo(back!.id))).toBe("done");
  expect(await refusalCode(keeperOf(world).undo(other!.id))).toBe("boxes_hold_it");
  await booksHold();
});

test("what came in a part may be handed on and sent back; never more than came", async () => {
  const { world, delivery } = await roadWorld();
  expect(await refusalCode(handOver(world, delivery.id, "1"))).toBe("stale");
  await sign(delivery, part("25"));
  expect(await refusalCode(handOver(world, delivery.id, "26"))).toBe("more_than_left");
  await handOver(world, delivery.id, "20");
  const back = ReceiveReturn.parse({
    deliveryId: delivery.id,
    warehouseId: world.warehouse.id,
    into: "dock",
    reason: "用不完",
    lines: [{ n: 1, quantity: "5" }],
  });
  await receiveReturn(world.actors.warehouse_keeper, uuidv7(), back);
  await sign(delivery);
  await handOver(world, delivery.id, "35");
  const picks = await db.select().from(deliveryPicks).where(eq(deliveryPicks.deliveryId, delivery.id));
  expect(picks.map(({ good, handedOver }) => [good, handedOver])).toEqual([[55n, 55n]]);
  expect(await goodsIn(world, "site")).toEqual([0, 0]);
  await booksHold();
});

test("a case of a part is settled while the rest is on the road, and nothing is counted twice", async () => {
  const { world, delivery } = await roadWorld();
  await sign(delivery, part("25", "3"));
  const [found] = await casesOf(world);
  expect((await getCase(world.actors.auditor, found!.id)).lines).toMatchObject([
    { quantity: 60n, good: 25n, damaged: 3n, short: 0n, toCome: 32n },
  ]);
  await decide(world, found!.id, { decision: "found", foundAt: "site" });
  expect(await goodsIn(world, "site")).toEqual([28, 5600]);
  await sign(delivery);
  expect(await goodsIn(world, "site")).toEqual([60, 12_000]);
  const picks = await db.select().from(deliveryPicks).where(eq(deliveryPicks.deliveryId, delivery.id));
  expect(picks.map(({ good }) => good)).toEqual([60n]);
  expect(await lineOf(delivery.id)).toMatchObject({ good: 57n, damaged: 3n, reason: "damaged_goods" });
  await booksHold();
});

test("after parts somebody else may count differently: the whole, or the rest as the last signer saw it", async () => {
  const { world, delivery } = await roadWorld();
  await sign(delivery, part("40"));
  await sign(delivery, { lines: [{ n: 1, good: "15", reason: "short_packed" }] });
  const rest = { lines: [{ n: 1, good: "15", reason: "other" as const }] };
  const whole = { lines: [{ n: 1, good: "55", reason: "other" as const }] };
  const other = { name: "王阿姨", lines: [{ n: 1, good: "50", reason: "other" as const }] };
  expect(await refusalCode(sign(delivery, rest))).toBe("already_confirmed");
  expect(await refusalCode(sign(delivery, whole))).toBe("already_confirmed");
  expect(await sign(delivery, other)).toMatchObject({ receipt: null, signedBefore: { by: "刘秀英" } });
  expect(await refusalCode(sign(delivery, part("1")))).toBe("already_confirmed");
  expect((await casesOf(world)).filter(({ kind }) => kind === "second_report")).toHaveLength(1);
});

test("five other counts are kept; the sixth is told whom to call", async () => {
  const { delivery } = await roadWorld();
  await sign(delivery);
  const count = (good: number) => sign(delivery, { lines: [{ n: 1, good: `${good}`, reason: "other" }] });
  for (let good = 50; good < 55; good += 1) await count(good);
  await expect(count(55)).rejects.toMatchObject({
    code: "too_many_reports",
    params: { hotline: "021-0000-0000" },
  });
  expect(await refusalCode(count(50))).toBe("already_reported");
});

test("whoever sent a delivery signs for no part of it either", async () => {
  const { world, delivery } = await roadWorld();
  const { dispatcher, site_contact } = world.actors;
  expect(await refusalCode(sign(delivery, part("25"), uuidv7(), dispatcher))).toBe("duties_apart");
  expect(await sign(delivery, part("25"), uuidv7(), site_contact)).toMatchObject({ receipt: 1 });
});

test("the door, the desk and the public see what came and what is to come", async () => {
  const { world, delivery } = await roadWorld();
  await sign(delivery, { ...part("25", "2"), post: "居委会书记" });
  await sign(delivery, part("3"));
  expect(await findByCode(delivery.code)).toMatchObject({
    delivery: {
      status: "dispatched",
      signings: [
        { n: 1, part: true, signedBy: "居委会书记" },
        { n: 2, part: true, signedBy: "刘＊＊" },
      ],
      lines: [{ quantity: 60n, partly: 28n, damaged: 2n, toCome: 30n, good: null }],
    },
  });
  expect(await getDelivery(world.actors.auditor, delivery.id)).toMatchObject({
    lines: [{ partly: 28n, damaged: 2n, good: null }],
    signings: [{ n: 1, part: true, name: "刘秀英", post: "居委会书记" }, { n: 2 }],
  });
  expect(await distributionsOf(world)).toMatchObject([
    { quantity: 60n, good: 28n, damaged: 2n, confirmedAt: null },
  ]);
});

test("the desk is told of each part and of the last signing, once", async () => {
  const { world, delivery } = await roadWorld();
  const id = uuidv7();
  await sign(delivery, part("25"), id);
  await sign(delivery, part("25"), id);
  await sign(delivery, { post: "书记" });
  const told = await db
    .select()
    .from(notices)
    .where(and(eq(notices.organizationId, world.organizationId), eq(notices.subjectId, delivery.id)))
    .orderBy(notices.createdAt);
  const { number } = await rowOf(delivery.id);
  expect(told.map(({ kind, role, detail }) => ({ kind, role, detail }))).toEqual([
    {
      kind: "delivery_part_received",
      role: "dispatcher",
      detail: { site: "潍坊一村居委会", number, by: "刘秀英" },
    },
    {
      kind: "delivery_confirmed",
      role: "dispatcher",
      detail: { site: "潍坊一村居委会", number, by: "书记" },
    },
  ]);
});
