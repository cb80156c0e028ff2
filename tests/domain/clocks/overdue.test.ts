import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, deliveries, needs, notices } from "#db";
import { clockOfDelivery } from "#app/domain/clocks/of-one.server.ts";
import { listOverdue } from "#app/domain/clocks/overdue.server.ts";
import { setClockTarget } from "#app/domain/clocks/set-target.server.ts";
import { tellLate } from "#app/domain/clocks/tell-late.server.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { record } from "#tests/support/needs.ts";
import { packedWorld, roadWorld } from "#tests/support/road.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const HOUR = 3_600_000;
const hence = (hours: number) => new Date(Date.now() + hours * HOUR);

const lateNotices = (world: World) =>
  db
    .select()
    .from(notices)
    .where(and(eq(notices.organizationId, world.organizationId), eq(notices.kind, "clock_late")));

test("overdue first, then what is due next; a need with a delivery is on its delivery's clock", async () => {
  const { world, delivery } = await packedWorld();
  const old = await record(world);
  await db
    .update(needs)
    .set({ askedAt: sql`now() - interval '13 hours'` })
    .where(eq(needs.id, old.id));
  const answered = await record(world);
  await db.update(deliveries).set({ needId: answered.id }).where(eq(deliveries.id, delivery.id));
  const { rows, late, soon, total } = await listOverdue(world.actors.auditor);
  expect(rows.map(({ id }) => id)).toEqual([old.id, delivery.id]);
  expect({ late, soon, total }).toEqual({ late: 1, soon: 0, total: 2 });
  expect(rows[1]?.clock.steps[0]?.state).toBe("done");
  expect(await listOverdue(world.actors.auditor, { now: hence(19) })).toMatchObject({ late: 1, soon: 1 });
});

test("another organization's clocks are nobody else's business", async () => {
  const [{ world, delivery }, other] = [await packedWorld(), await makeWorld()];
  expect((await listOverdue(other.actors.administrator)).total).toBe(0);
  const asked = clockOfDelivery(other.actors.administrator, delivery.id, new Date());
  expect(await refusalCode(asked)).toBe("not_found");
  expect((await clockOfDelivery(world.actors.auditor, delivery.id, new Date())).step).toBe("dispatch");
});

test("a late step is told once, to whoever holds the ball, and the next step again", async () => {
  const { world, delivery } = await roadWorld();
  const { id } = await record(world);
  await tellLate(hence(1));
  expect(await lateNotices(world)).toEqual([]);
  await tellLate(hence(25));
  await tellLate(hence(30));
  const told = (await lateNotices(world)).map(({ role, subjectId, occasion, detail }) => ({
    ...{ role, subjectId, occasion, hours: detail.hours },
  }));
  expect(told.sort((a, b) => (a.occasion < b.occasion ? -1 : 1))).toEqual([
    { role: "dispatcher", subjectId: delivery.id, occasion: "receipt", hours: 1 },
    { role: "warehouse_keeper", subjectId: id, occasion: "stock_check", hours: 13 },
  ]);
  await db
    .update(needs)
    .set({ checkedAt: sql`now()`, status: "accepted" })
    .where(eq(needs.id, id));
  await tellLate(hence(25));
  expect(await lateNotices(world)).toHaveLength(3);
});

test("an organization's own hours count, for it alone", async () => {
  const { world, delivery } = await packedWorld();
  const other = await packedWorld();
  const { administrator } = world.actors;
  const { organizationId } = world;
  await setClockTarget(administrator, uuidv7(), { organizationId, step: "dispatch", hours: 2 });
  await setClockTarget(administrator, uuidv7(), { organizationId, step: "dispatch", hours: 3 });
  const inFour = hence(4);
  expect((await clockOfDelivery(administrator, delivery.id, inFour)).lateBy).toBeGreaterThan(0);
  const theirs = await clockOfDelivery(other.world.actors.auditor, other.delivery.id, inFour);
  expect(theirs.lateBy).toBe(0);
  const set = setClockTarget(administrator, uuidv7(), {
    organizationId: other.world.organizationId,
    step: "order",
    hours: 1,
  });
  expect(await refusalCode(set)).toBe("not_found");
});
