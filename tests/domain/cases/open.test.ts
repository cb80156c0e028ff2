import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { caseLots, cases, db } from "#db";
import { CASE_DAYS, caseDueOn, isOverdue } from "#app/domain/cases/deadline.ts";
import { getCase } from "#app/domain/cases/get.server.ts";
import { confirmDeliveries } from "#app/domain/deliveries/confirm.server.ts";
import { ConfirmDelivery } from "#app/domain/deliveries/schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { casesOf, goodsIn, report, signedWorld } from "#tests/support/cases.ts";
import { roadWorld } from "#tests/support/road.ts";
import { refusalCode } from "#tests/support/refusal.ts";

const short = (good: string) => ({ n: "1", good, reason: "lost_on_the_way" as const });

const asking = (delivery: { code: string; pin: string }, name: string, lines: object[] = []) => ({
  actor: { kind: "receiver", address: "192.0.2.1" } as const,
  requestId: uuidv7(),
  input: ConfirmDelivery.parse({ code: delivery.code, pin: delivery.pin, name, lines }),
});

test("everything is there: no case, and no number is used up", async () => {
  const { world } = await signedWorld();
  expect(await casesOf(world)).toEqual([]);
  const numbers = await db.execute(sql`
    select from document_numbers where organization_id = ${world.organizationId} and kind = 'case'`);
  expect(numbers).toHaveLength(0);
});

test("a line that is damaged and short is two cases, whose lots are what went to the dispute account", async () => {
  const { world, cases: opened } = await signedWorld({
    n: "1",
    good: "50",
    damaged: "3",
    reason: "damaged_packaging",
    remark: "箱子湿了",
  });
  const year = new Date().getFullYear();
  expect(opened).toMatchObject([
    { number: `CY-${year}-000001`, kind: "damaged", quantity: 3n, item: "医用外科口罩", decision: null },
    { number: `CY-${year}-000002`, kind: "short", quantity: 7n, reason: "damaged_packaging" },
  ]);
  expect(opened.map(({ dueOn }) => dueOn)).toEqual([caseDueOn(new Date()), caseDueOn(new Date())]);
  const lots = await db
    .select({ quantity: caseLots.quantity, valueFen: caseLots.valueFen })
    .from(caseLots)
    .innerJoin(cases, eq(cases.id, caseLots.caseId))
    .where(eq(cases.organizationId, world.organizationId))
    .orderBy(cases.number);
  expect(lots).toEqual([
    { quantity: 3n, valueFen: 600n },
    { quantity: 7n, valueFen: 1400n },
  ]);
  expect(await goodsIn(world, "dispute")).toEqual([10, 2000]);
});

test("what came on top is a case that moves nothing", async () => {
  const { world, cases: opened } = await signedWorld({ n: "1", good: "65", reason: "more_came" });
  expect(opened).toMatchObject([{ kind: "extra", quantity: 5n }]);
  expect((await getCase(world.actors.auditor, opened[0]!.id)).lots).toEqual([]);
  expect(await goodsIn(world, "dispute")).toEqual([0, 0]);
});

test("two phones offline on one delivery end as one confirmation and one case showing both counts", async () => {
  const { world, delivery } = await roadWorld();
  const asks = [asking(delivery, "刘书记", [short("58")]), asking(delivery, "王志愿者")];
  const outcomes = await confirmDeliveries(asks);
  expect(outcomes).toMatchObject([
    { signedBefore: null, lines: [{ good: "58", short: "2" }] },
    { signedBefore: { by: "刘书记" }, lines: [{ good: "60", short: "0" }] },
  ]);
  const opened = await casesOf(world);
  expect(opened.map(({ kind }) => kind)).toEqual(["short", "second_report"]);
  const { report: both } = await getCase(world.actors.auditor, opened[1]!.id);
  expect(both).toMatchObject({
    first: { by: "刘书记", lines: [{ n: 1, good: "58", short: "2" }] },
    second: { by: "王志愿者", lines: [{ n: 1, good: "60", short: "0" }] },
  });
  expect(await goodsIn(world, "site")).toEqual([58, 11600]);
  const [entries] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from entries where document_id = ${delivery.id} and kind = 'delivery.confirm'`);
  expect(entries?.count).toBe(1);
  expect(await confirmDeliveries(asks)).toEqual(outcomes);
  expect(await casesOf(world)).toHaveLength(2);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("a second report long after is the same case; the same counts again are only told that it is signed", async () => {
  const { world, delivery } = await signedWorld();
  expect(await refusalCode(report(delivery, [], "王志愿者"))).toBe("already_confirmed");
  const requestId = uuidv7();
  const told = await report(delivery, [short("57")], "王志愿者", requestId);
  expect(told.signedBefore?.by).toBe("刘书记");
  expect(await report(delivery, [short("57")], "王志愿者", requestId)).toEqual(told);
  expect(await refusalCode(report(delivery, [short("57")], "王志愿者"))).toBe("already_reported");
  expect(await refusalCode(report(delivery, [short("56")], "王志愿者", requestId))).toBe("request_reused");
  expect((await casesOf(world)).map(({ kind }) => kind)).toEqual(["second_report"]);
  await report(delivery, [short("56")], "第三个人");
  expect(await casesOf(world)).toHaveLength(2);
  expect(await goodsIn(world, "dispute")).toEqual([0, 0]);
});

test("a stranger with a wrong PIN opens nothing, and five lock the second report out as well", async () => {
  const { world, delivery } = await signedWorld();
  const wrong = { ...delivery, pin: delivery.pin === "0000" ? "0001" : "0000" };
  for (let n = 0; n < 5; n += 1) {
    expect(await refusalCode(report(wrong, [short("57")]))).toBe("wrong_pin");
  }
  expect(await refusalCode(report(delivery, [short("57")]))).toBe("pin_locked");
  expect(await casesOf(world)).toEqual([]);
});

test("whoever sent it reports nothing second", async () => {
  const { world, delivery } = await signedWorld();
  const [outcome] = await confirmDeliveries([
    { ...asking(delivery, "调度", [short("57")]), actor: world.actors.dispatcher },
  ]);
  expect(outcome).toBeInstanceOf(DomainError);
  expect(outcome).toMatchObject({ code: "duties_apart" });
});

test("six different counts at once are one confirmation and five cases without a gap in their numbers", async () => {
  const { world, delivery } = await roadWorld();
  const told = await Promise.all(
    Array.from({ length: 6 }, (_, n) => report(delivery, n === 0 ? [] : [short(`${60 - n}`)], `第 ${n} 人`)),
  );
  expect(told.filter(({ signedBefore }) => signedBefore === null)).toHaveLength(1);
  const opened = await casesOf(world);
  expect(opened.filter(({ kind }) => kind === "second_report")).toHaveLength(5);
  expect(opened.map(({ number }) => Number(number.slice(-6)))).toEqual(opened.map((_, i) => i + 1));
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("a case is overdue the day after its day, and never once it is closed", () => {
  const now = new Date("2022-05-10T15:59:00Z");
  expect(CASE_DAYS).toBe(3);
  expect(caseDueOn(now)).toBe("2022-05-13");
  const open = { dueOn: "2022-05-13", closedAt: null };
  expect(isOverdue(open, "2022-05-13")).toBe(false);
  expect(isOverdue(open, "2022-05-14")).toBe(true);
  expect(isOverdue({ ...open, closedAt: now }, "2022-05-14")).toBe(false);
});
