import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, notices } from "#db";
import type { Role } from "#db/vocabulary";
import { chatText, CHAT_BYTES } from "#app/domain/notices/chat-text.ts";
import { countUnread, listNotices } from "#app/domain/notices/list.server.ts";
import { readNotices } from "#app/domain/notices/read.server.ts";
import { tellDesk, type Telling } from "#app/domain/notices/tell.server.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const about = (world: World, role: Role | null, occasion = "first", subjectId = uuidv7()): Telling => ({
  organizationId: world.organizationId,
  kind: "delivery_confirmed",
  role,
  subjectKind: "delivery",
  subjectId,
  detail: { number: "FF-2022-000001", site: "潍坊一村居委会" },
  occasion,
});

test("the same occasion is told once, another one again", async () => {
  const world = await makeWorld();
  const first = about(world, null);
  await tellDesk(db, [first, first]);
  await tellDesk(db, [first, { ...first, occasion: "second" }]);
  const told = await db.select().from(notices).where(eq(notices.organizationId, world.organizationId));
  expect(told.map(({ occasion }) => occasion).sort()).toEqual(["first", "second"]);
});

test("many who tell the same at once neither fail nor tell it twice", async () => {
  const world = await makeWorld();
  const rows = Array.from({ length: 20 }, (_, i) => about(world, null, `${i}`, world.site.id));
  await Promise.all(
    Array.from({ length: 6 }, (_, i) => tellDesk(db, i % 2 === 0 ? rows : rows.toReversed())),
  );
  const told = await db.select().from(notices).where(eq(notices.organizationId, world.organizationId));
  expect(told).toHaveLength(20);
});

test("each role reads what is for it and for everybody; an administrator reads all of it", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  await tellDesk(db, [about(world, "dispatcher"), about(world, null), about(other, null)]);
  const many = async (role: Role) => (await listNotices(world.actors[role])).total;
  expect(await many("dispatcher")).toBe(2);
  expect(await many("warehouse_keeper")).toBe(1);
  expect(await many("administrator")).toBe(2);
});

test("what was read stays read, what comes later does not; others have their own count", async () => {
  const world = await makeWorld();
  const { dispatcher, warehouse_keeper } = world.actors;
  await tellDesk(db, [about(world, null)]);
  const [seen] = (await listNotices(dispatcher)).rows;
  expect(seen).toMatchObject({ unread: true });
  await readNotices(dispatcher, uuidv7(), { until: seen!.createdAt.toISOString() });
  expect(await countUnread(dispatcher)).toBe(0);
  expect(await countUnread(warehouse_keeper)).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await tellDesk(db, [about(world, null, "later")]);
  expect(await countUnread(dispatcher)).toBe(1);
  await readNotices(dispatcher, uuidv7(), { until: "2022-04-01T00:00:00.000Z" });
  expect(await countUnread(dispatcher)).toBe(1);
  await readNotices(dispatcher, uuidv7(), { until: "2999-01-01T00:00:00.000Z" });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await tellDesk(db, [about(world, null, "after")]);
  expect(await countUnread(dispatcher)).toBe(1);
});

test("one message takes as many paragraphs as it holds, and cuts one that is too long by itself", () => {
  const line = "潍".repeat(200);
  const { text, used } = chatText([line, line, line, line]);
  expect(used).toBe(3);
  expect(text).toBe([line, line, line].join("\n\n"));
  const long = chatText(["浦".repeat(1000), line]);
  expect(long.used).toBe(1);
  expect(new TextEncoder().encode(long.text).length).toBeLessThanOrEqual(CHAT_BYTES);
  expect(long.text.endsWith("浦…")).toBe(true);
});
