import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { recordPledge } from "#app/domain/pledges/record.server.ts";
import { RecordPledge } from "#app/domain/pledges/schema.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const promise = (amount: string) =>
  RecordPledge.parse({ kind: "money", donor: "测试基金会", amount, pledgedOn: "2022-03-14" });

async function count(world: World, table: "pledges" | "audit"): Promise<number | undefined> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${sql.raw(table)} where organization_id = ${world.organizationId}`,
  );
  return row?.count;
}

test("the same request ten times at once is done once and answered alike", async () => {
  const world = await makeWorld();
  const requestId = uuidv7();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => recordPledge(world.actors.fund_officer, requestId, promise("10"))),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await count(world, "pledges")).toBe(1);
  expect(await count(world, "audit")).toBe(1);
});

test("the same request id with another body, or from another person, is refused", async () => {
  const world = await makeWorld();
  const requestId = uuidv7();
  await recordPledge(world.actors.fund_officer, requestId, promise("10"));
  await expect(recordPledge(world.actors.fund_officer, requestId, promise("11"))).rejects.toMatchObject({
    code: "request_reused",
    status: 422,
  });
  await expect(recordPledge(world.actors.administrator, requestId, promise("10"))).rejects.toMatchObject({
    code: "request_reused",
  });
  expect(await count(world, "pledges")).toBe(1);
});

test("a refused request leaves nothing behind, so that it may be tried again", async () => {
  const world = await makeWorld();
  const requestId = uuidv7();
  await expect(recordPledge(world.actors.auditor, requestId, promise("10"))).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await count(world, "audit")).toBe(0);
  await recordPledge(world.actors.fund_officer, requestId, promise("10"));
  expect(await count(world, "pledges")).toBe(1);
});

test("documents are numbered without a gap, whoever else is at work and whatever is rolled back", async () => {
  const world = await makeWorld();
  const officer = world.actors.fund_officer;
  const tooLong = RecordPledge.parse({ kind: "money", donor: null, amount: "1", pledgedOn: "2022-03-14" });
  await Promise.allSettled([
    ...Array.from({ length: 12 }, (_, i) => recordPledge(officer, uuidv7(), promise(`${i + 1}`))),
    ...Array.from({ length: 6 }, () =>
      recordPledge(officer, uuidv7(), { ...tooLong, organizationId: uuidv7() }),
    ),
  ]);
  const rows = await db.execute<{ number: string }>(
    sql`select number from pledges where organization_id = ${world.organizationId} order by number`,
  );
  expect(rows.map(({ number }) => number)).toEqual(
    Array.from({ length: 12 }, (_, i) => `RJ-2022-${String(i + 1).padStart(6, "0")}`),
  );
});
