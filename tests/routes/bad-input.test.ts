import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { action as deliver } from "#app/routes/desk.deliveries.new.tsx";
import { action as takeIn } from "#app/routes/desk.gifts.goods.new.tsx";
import { action as takeMoney } from "#app/routes/desk.gifts.money.tsx";
import { action as putAway } from "#app/routes/desk.stock.put-away.tsx";
import { loader as lotPage } from "#app/routes/desk.stock.write-off.tsx";
import { formErrors, redirectedTo } from "#tests/support/answers.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

let world: World;
let lot: string;
beforeAll(async () => {
  world = await makeWorld();
  [lot = ""] = await stockMasks(world, { quantity: "100" });
});

const locales = ["zh-CN", "en"] as const;

/** The form of a page, sent by somebody who reads Chinese, then English; both are refused alike and nothing is saved. */
async function refusedTwice(
  action: (args: ReturnType<typeof routeArgs>) => Promise<unknown>,
  actor: UserActor,
  values: Record<string, string>,
) {
  const before = await entries();
  const answers = [];
  for (const locale of locales) {
    const request = await posting(actor, "/desk/form", values);
    request.headers.set("Accept-Language", locale);
    const { status, errors } = formErrors(await action(routeArgs(request)));
    const words: Readonly<Record<string, string>> = messagesFor(locale).fields;
    const sentences = [...Object.values(errors.fields).map((key) => words[key] ?? key), errors.form ?? ""];
    answers.push({ status, errors, said: sentences.join(" ") });
  }
  expect(await entries()).toBe(before);
  const [chinese, english] = answers;
  if (!chinese || !english) throw new Error("No answers.");
  expect(chinese.status).toBe(english.status);
  expect(chinese.said).toMatch(/[\u4e00-\u9fff]/);
  expect(english.said).toMatch(/^[\x20-\x7e\u2018-\u201d医用外科口罩只]+$/);
  return chinese;
}

async function entries(): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from entries`);
  return row?.count ?? 0;
}

const goods = (line: Record<string, string>) => ({
  warehouseId: world.warehouse.id,
  receivedOn: "2022-04-01",
  "lines.0.item": "口罩",
  "lines.0.unit": "只",
  ...Object.fromEntries(Object.entries(line).map(([name, value]) => [`lines.0.${name}`, value])),
});

const wrongNumbers = ["-1", "1.5", "十箱", "1e3", "0", "99999999999999999999", "1,5", "NaN", "Infinity"];

test.each(wrongNumbers)("a quantity of %o is refused beside its line, and kept", async (quantity) => {
  const keeper = world.actors.warehouse_keeper;
  const gift = await refusedTwice(takeIn, keeper, goods({ quantity }));
  expect(gift).toMatchObject({ status: 422, errors: { values: { lines: [{ quantity }] } } });
  expect(Object.keys(gift.errors.fields)).toEqual(["lines.0.quantity"]);
  const sheet = {
    warehouseId: world.warehouse.id,
    [`lines.lot${lot}.binId`]: world.bin.id,
    [`lines.lot${lot}.quantity`]: quantity,
  };
  expect((await refusedTwice(putAway, keeper, sheet)).status).toBe(422);
  const order = {
    warehouseId: world.warehouse.id,
    siteId: world.site.id,
    boxes: "1",
    [`lines.${world.mask.id}.quantity`]: quantity,
  };
  if (quantity !== "0") expect((await refusedTwice(deliver, keeper, order)).status).toBe(422);
});

test("packs that come to more than can be counted are refused, and what was typed stays", async () => {
  const line = { quantity: "1000000000000", packName: "箱", packSize: "1000000000000" };
  const answer = await refusedTwice(takeIn, world.actors.warehouse_keeper, goods(line));
  expect(answer).toMatchObject({ status: 422, errors: { values: { lines: [line] } } });
});

test("more than there is, is refused with what there is, and what was typed stays", async () => {
  const sheet = {
    warehouseId: world.warehouse.id,
    [`lines.lot${lot}.binId`]: world.bin.id,
    [`lines.lot${lot}.quantity`]: "101",
  };
  const { status, said } = await refusedTwice(putAway, world.actors.warehouse_keeper, sheet);
  expect(status).toBe(409);
  expect(said).toContain("100");
});

const money = { donor: "甲", amount: "1", receivedOn: "2022-04-01" };

test("a character that cannot be stored is refused in words", async () => {
  const typed = { ...money, donor: "甲\u0000乙" };
  const { status, errors } = await refusedTwice(takeMoney, world.actors.fund_officer, typed);
  expect(status).toBe(422);
  expect(errors.values).toMatchObject({ donor: "甲\u0000乙" });
});

test("a form with a garbled request id is a new request, not an error", async () => {
  const typed = { ...money, requestId: "' or 1=1" };
  const request = await posting(world.actors.fund_officer, "/desk/gifts/money", typed);
  expect(redirectedTo(await takeMoney(routeArgs(request))).searchParams.get("saved")).toBeTruthy();
});

test("the names of a form's fields reach no prototype", async () => {
  const typed = { ...money, "__proto__.polluted": "1", "constructor.prototype.polluted": "1" };
  const request = await posting(world.actors.fund_officer, "/desk/gifts/money", typed);
  await takeMoney(routeArgs(request));
  expect(Object.prototype).not.toHaveProperty("polluted");
});

test("a donor called like a script or a header is only a name", async () => {
  const donor = `<script>alert(1)</script>"\r\nSet-Cookie: a=b; '); drop table gifts; --`;
  const request = await posting(world.actors.fund_officer, "/desk/gifts/money", { ...money, donor });
  await takeMoney(routeArgs(request));
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from donors where name like '<script>%drop table gifts%'`,
  );
  expect(row?.count).toBe(1);
});

test.each(["99999999999999999999999", "1.5", "x", "-1", ""])(
  "lot %o in an address is not found",
  async (n) => {
    const path = `/desk/stock/write-off?warehouse=${world.warehouse.id}&lot=${n}&at=${n}`;
    const answer = await thrownBy(lotPage(routeArgs(await asking(world.actors.warehouse_keeper, path))));
    expect(answer.status).toBe(404);
  },
);
