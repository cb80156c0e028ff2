import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#app/domain/actor.ts";
import { listGifts } from "#app/domain/gifts/list.server.ts";
import { action as reverseGift, loader as gift } from "#app/routes/desk.gifts.$id.tsx";
import { loader as goods } from "#app/routes/desk.gifts.goods._index.tsx";
import { action as recordGoods, loader as goodsForm } from "#app/routes/desk.gifts.goods.new.tsx";
import { action as recordMoney, loader as money } from "#app/routes/desk.gifts.money.tsx";
import { formErrors, redirectedTo } from "#tests/support/answers.ts";
import { giveMoney, promise } from "#tests/support/gifts.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let other: World;
let officer: UserActor;

beforeAll(async () => {
  world = await makeWorld();
  other = await makeWorld();
  officer = world.actors.fund_officer;
});

const moneyPage = async (search = "") => {
  const answer = await money(routeArgs(await asking(officer, `/desk/gifts/money${search}`)));
  return answer;
};

test("a gift typed on one line is saved, and the page says so and is ready for the next", async () => {
  const typed = { donor: "示例健康基金会", amount: "12.5", "amount:unit": "万元", receivedOn: "2022-05-10" };
  const answer = await recordMoney(routeArgs(await posting(officer, "/desk/gifts/money", typed)));
  const { pathname, search } = redirectedTo(answer);
  expect(pathname).toBe("/desk/gifts/money");
  const page = await moneyPage(search);
  expect(page.saved?.number).toMatch(/^SZ-2022-\d{6}$/);
  expect(page.ledger.rows[0]).toMatchObject({ donor: "示例健康基金会", receivedFen: 12_500_000n });
  expect(page.purposes).toMatchObject([{ restriction: null, leftFen: 12_500_000n }]);
  expect(page.defaults).not.toHaveProperty("donor");
  expect(page.title).toBe("捐款 · 接力");
});

test("a gift that cannot be read comes back with 422, what is wrong, and everything that was typed", async () => {
  const typed = { donor: "示例商会", amount: "一百", receivedOn: "2022-04-31", restrictedTo: "花木街道" };
  const answer = await recordMoney(routeArgs(await posting(officer, "/desk/gifts/money", typed)));
  const { status, errors } = formErrors(answer);
  expect(status).toBe(422);
  expect(errors).toEqual({ fields: { amount: "bad_amount", receivedOn: "bad_date" }, values: typed });
});

test("the same form sent twice is one gift", async () => {
  const { total } = await listGifts(officer);
  const typed = {
    requestId: "018f0000-0000-7000-8000-000000000001",
    donor: "示例商会",
    amount: "5",
    receivedOn: "2022-05-11",
  };
  const send = async () => recordMoney(routeArgs(await posting(officer, "/desk/gifts/money", typed)));
  expect(redirectedTo(await send()).search).toBe(redirectedTo(await send()).search);
  expect((await listGifts(officer)).total).toBe(total + 1);
});

test("the form opened from a promise is filled in with what is still to come", async () => {
  const pledge = await promise(world, { donor: "示例教育公司", amount: "347000", restrictedTo: "方舱医院" });
  await giveMoney(world, { pledgeId: pledge.id, amount: "47000", donor: "" });
  const { defaults } = await moneyPage(`?pledge=${pledge.id}`);
  expect(defaults).toMatchObject({
    donor: "示例教育公司",
    amount: "300,000.00",
    restrictedTo: "方舱医院",
    pledgeId: pledge.id,
  });
});

test("goods typed line by line stand at the dock; a line without its pack's size comes back", async () => {
  const typed = {
    donor: "示例科技公司",
    receivedOn: "2022-05-10",
    warehouseId: world.warehouse.id,
    "lines.0.item": "N95口罩",
    "lines.0.unit": "只",
    "lines.0.quantity": "20",
    "lines.0.packName": "箱",
  };
  const path = "/desk/gifts/goods/new";
  const refused = formErrors(await recordGoods(routeArgs(await posting(officer, path, typed))));
  expect(refused.status).toBe(422);
  expect(refused.errors.fields).toEqual({ "lines.0.packSize": "pack_incomplete" });
  expect(refused.errors.values).toMatchObject({ lines: [{ item: "N95口罩", packName: "箱" }] });
  const whole = { ...typed, "lines.0.packSize": "2,000", "lines.2.item": "消毒水", "lines.2.unit": "桶" };
  const saved = await recordGoods(
    routeArgs(await posting(officer, path, { ...whole, "lines.2.quantity": "3" })),
  );
  const id = redirectedTo(saved).pathname.split("/").at(-1) ?? "";
  const page = await gift(routeArgs(await asking(officer, `/desk/gifts/${id}`), { id }));
  expect(page.gift.lots.map(({ item, quantity }) => [item, quantity])).toEqual([
    ["N95口罩", 40_000n],
    ["消毒水", 3n],
  ]);
  const list = await goods(routeArgs(await asking(officer, "/desk/gifts/goods?q=示例科技")));
  expect(list.gifts.rows).toMatchObject([{ id, lines: 2 }]);
});

test("without script, the button for another line gives one more and loses nothing", async () => {
  const typed = { intent: "add-line", donor: "甲", "lines.0.item": "毛毯" };
  const answer = await recordGoods(routeArgs(await posting(officer, "/desk/gifts/goods/new", typed)));
  expect(formErrors(answer).errors).toEqual({
    fields: {},
    values: { donor: "甲", lines: [{ item: "毛毯" }, {}] },
  });
});

test("an entry is taken back once, with a reason, by somebody who may", async () => {
  const { id } = await giveMoney(world);
  const send = async (actor: UserActor, reason: string) =>
    reverseGift(
      routeArgs(await posting(actor, `/desk/gifts/${id}`, { entryId: "not used", reason }), { id }),
    );
  expect((await thrownBy(send(world.actors.warehouse_keeper, "错了"))).status).toBe(403);
  const page = await gift(routeArgs(await asking(officer, `/desk/gifts/${id}`), { id }));
  const typed = { entryId: page.gift.entryId, reason: "" };
  const blank = await reverseGift(routeArgs(await posting(officer, `/desk/gifts/${id}`, typed), { id }));
  expect(formErrors(blank)).toMatchObject({ status: 422, errors: { fields: { reason: "required" } } });
  const once = async () =>
    reverseGift(
      routeArgs(await posting(officer, `/desk/gifts/${id}`, { ...typed, reason: "多记了一个零" }), { id }),
    );
  expect(redirectedTo(await once()).search).toBe("?corrected");
  expect(formErrors(await once())).toMatchObject({
    status: 409,
    errors: { form: expect.stringContaining("冲回过") },
  });
});

test("another organization's gift reads as not found, to look at and to take back", async () => {
  const { id, entryId } = await giveMoney(other);
  const looked = await thrownBy(gift(routeArgs(await asking(officer, `/desk/gifts/${id}`), { id })));
  expect(looked.status).toBe(404);
  const values = { entryId, reason: "不是我们的" };
  const posted = await posting(officer, `/desk/gifts/${id}`, values);
  expect((await thrownBy(reverseGift(routeArgs(posted, { id })))).status).toBe(404);
  const own = await giveMoney(world);
  const smuggled = await posting(officer, `/desk/gifts/${own.id}`, values);
  expect(redirectedTo(await reverseGift(routeArgs(smuggled, { id: own.id }))).pathname).toContain(own.id);
  const untouched = await gift(routeArgs(await asking(other.actors.auditor, `/desk/gifts/${id}`), { id }));
  expect(untouched.gift.reversed).toBe(false);
});

test("who is not signed in is sent to sign in, and a role that records nothing sees no form", async () => {
  const away = await thrownBy(money(routeArgs(await asking(null, "/desk/gifts/money"))));
  expect(away.headers.get("Location")).toBe("/sign-in?next=%2Fdesk%2Fgifts%2Fmoney");
  const seen = await money(routeArgs(await asking(world.actors.auditor, "/desk/gifts/money")));
  expect(seen.mayRecord).toBe(false);
  const barred = await thrownBy(
    goodsForm(routeArgs(await asking(world.actors.auditor, "/desk/gifts/goods/new"))),
  );
  expect(barred.status).toBe(403);
});
