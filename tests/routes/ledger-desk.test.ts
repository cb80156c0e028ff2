import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#app/domain/actor.ts";
import { loader as overview } from "#app/routes/desk._index.tsx";
import { action as editDonor, loader as donor } from "#app/routes/desk.donors.$id.tsx";
import { loader as donors } from "#app/routes/desk.donors._index.tsx";
import { loader as find } from "#app/routes/desk.find.tsx";
import { loader as item } from "#app/routes/desk.items.$id._index.tsx";
import { action as editItem } from "#app/routes/desk.items.$id.edit.tsx";
import { loader as items } from "#app/routes/desk.items._index.tsx";
import { action as correctPayment, loader as payment } from "#app/routes/desk.payments.$id.tsx";
import { loader as payments } from "#app/routes/desk.payments._index.tsx";
import { action as recordPayment, loader as paymentForm } from "#app/routes/desk.payments.new.tsx";
import { action as withdraw, loader as pledge } from "#app/routes/desk.pledges.$id.tsx";
import { action as recordPledge, loader as pledges } from "#app/routes/desk.pledges._index.tsx";
import { formErrors, redirectedTo } from "#tests/support/answers.ts";
import { giveMoney, pay, promise } from "#tests/support/gifts.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

let world: World;
let other: World;
let officer: UserActor;

beforeAll(async () => {
  world = await makeWorld();
  other = await makeWorld();
  officer = world.actors.fund_officer;
  await giveMoney(world, { amount: "10000" });
  await stockMasks(world, {});
});

const args = async (path: string, id = "", actor: UserActor = officer) =>
  routeArgs(await asking(actor, path), { id });
const posted = async (path: string, values: Record<string, string>, id = "", actor: UserActor = officer) =>
  routeArgs(await posting(actor, path, values), { id });

test("a promise is recorded, listed, and withdrawn with a reason", async () => {
  const typed = {
    kind: "money",
    donor: "示例商会",
    amount: "3",
    "amount:unit": "万元",
    pledgedOn: "2022-03-20",
  };
  const wrong = await recordPledge(await posted("/desk/pledges", { ...typed, dueOn: "2022-02-30" }));
  expect(formErrors(wrong)).toMatchObject({ status: 422, errors: { fields: { dueOn: "bad_date" } } });
  const saved = redirectedTo(await recordPledge(await posted("/desk/pledges", typed)));
  const page = await pledges(await args(`/desk/pledges${saved.search}`));
  const row = page.pledges.rows.find(({ donor }) => donor === "示例商会");
  expect(row).toMatchObject({ state: "open", amountFen: 3_000_000n });
  const id = row?.id ?? "";
  const path = `/desk/pledges/${id}`;
  const blank = await withdraw(await posted(path, { pledgeId: id, reason: " " }, id));
  expect(formErrors(blank)).toMatchObject({ status: 422, errors: { fields: { reason: "required" } } });
  const gone = await withdraw(await posted(path, { pledgeId: id, reason: "不捐了" }, id));
  expect(redirectedTo(gone).search).toBe("?withdrawn");
  const seen = await pledge(await args(path, id));
  expect(seen.pledge).toMatchObject({ state: "withdrawn", withdrawnReason: "不捐了" });
  expect(seen.mayWithdraw).toBe(false);
  expect(seen.history.map(({ action }) => action)).toEqual(["pledge.record", "pledge.withdraw"]);
});

test("a payment above what its fund holds comes back with what there is, and everything typed", async () => {
  const typed = {
    kind: "purchase",
    payee: "示例供应商",
    purpose: "防护服",
    amount: "99999",
    paidOn: "2022-04-02",
    "quotes.0": "99999",
    "quotes.2": "101000",
  };
  const path = "/desk/payments/new";
  const refused = formErrors(await recordPayment(await posted(path, typed)));
  expect(refused.status).toBe(409);
  expect(refused.errors.form).toContain("10,000.00");
  expect(refused.errors.values).toMatchObject({ payee: "示例供应商", quotes: ["99999", "101000"] });
  const saved = redirectedTo(await recordPayment(await posted(path, { ...typed, amount: "1200" })));
  const id = saved.pathname.split("/").at(-1) ?? "";
  const page = await payment(await args(saved.pathname, id));
  expect(page.payment).toMatchObject({ amountFen: 120_000n, quotesFen: [9_999_900n, 10_100_000n] });
  const corrected = await correctPayment(
    await posted(saved.pathname, { entryId: page.payment.entryId, reason: "付错了" }, id),
  );
  expect(redirectedTo(corrected).search).toBe("?corrected");
  const list = await payments(await args("/desk/payments?q=防护服"));
  expect(list.payments.rows).toMatchObject([{ id, reversed: true }]);
  expect((await paymentForm(await args(path))).choices.payees).toContain("示例供应商");
});

test("a donor's consent is given on their page; a name that is taken comes back as it was typed", async () => {
  const { donors: list } = await donors(await args("/desk/donors?q=示例科技"));
  const { id = "" } = list.rows[0] ?? {};
  const path = `/desk/donors/${id}`;
  const typed = { donorId: id, name: "测试捐赠有限公司", kind: "organization", publishName: "true" };
  const taken = formErrors(await editDonor(await posted(path, typed, id)));
  expect(taken).toMatchObject({ status: 409, errors: { values: typed } });
  const saved = await editDonor(await posted(path, { ...typed, name: "示例科技公司" }, id));
  expect(redirectedTo(saved).pathname).toBe(path);
  const page = await donor(await args(path, id));
  expect(page.donor.publishName).toBe(true);
  expect(page.gifts.total).toBe(1);
});

test("an item's usual pack is changed on its page", async () => {
  const id = world.mask.id;
  const typed = {
    itemId: id,
    name: world.mask.name,
    category: "protection",
    "packs.0.name": "箱",
    "packs.0.count": "2000",
  };
  const saved = await thrownBy(editItem(await posted(`/desk/items/${id}/edit`, typed, id)));
  expect(saved.headers.get("Location")).toBe(`/desk/items/${id}?saved`);
  expect((await item(await args(`/desk/items/${id}`, id))).item.packSize).toBe(2000n);
  expect((await items(await args("/desk/items?category=food"))).items.total).toBe(0);
});

test("the overview shows this role's day, and money only to who keeps it", async () => {
  await promise(world, { dueOn: "2022-04-01" });
  const page = await overview(await args("/desk"));
  expect(page.overdue.total).toBe(1);
  expect(page.dock).toMatchObject([{ lots: 1 }]);
  expect(page.mayRecordMoney).toBe(true);
  const keeper = await overview(await args("/desk", "", world.actors.warehouse_keeper));
  expect([keeper.keepsMoney, keeper.mayRecordMoney, keeper.mayRecordGoods]).toEqual([false, false, true]);
});

test("a number typed in full opens its page, part of one lists what there is", async () => {
  const gift = await giveMoney(world);
  const opened = await find(await args(`/desk/find?q=${gift.number.toLowerCase()}`));
  expect(redirectedTo(opened).pathname).toBe(`/desk/gifts/${gift.id}`);
  const listed = await find(await args("/desk/find?q=SZ-2022"));
  expect(listed).toMatchObject({ q: "SZ-2022" });
});

test("another organization's promise, payment, donor and item read as not found", async () => {
  await giveMoney(other);
  const [theirPledge, theirPayment] = [await promise(other), await pay(other)];
  const theirs = await donors(await args("/desk/donors", "", other.actors.auditor));
  const donorId = theirs.donors.rows[0]?.id ?? "";
  const status = async (work: Promise<unknown>) => (await thrownBy(work)).status;
  expect(await status(pledge(await args("/desk/pledges/x", theirPledge.id)))).toBe(404);
  expect(await status(payment(await args("/desk/payments/x", theirPayment.id)))).toBe(404);
  expect(await status(donor(await args("/desk/donors/x", donorId)))).toBe(404);
  expect(await status(item(await args("/desk/items/x", other.mask.id)))).toBe(404);
  expect(await status(donor(await args("/desk/donors/x", "not-an-id")))).toBe(404);
  const reason = { reason: "不是我们的" };
  expect(
    await status(withdraw(await posted("/x", { ...reason, pledgeId: theirPledge.id }, theirPledge.id))),
  ).toBe(404);
  const edit = { donorId, name: "改名", kind: "organization" };
  expect(formErrors(await editDonor(await posted("/x", edit, donorId))).status).toBe(404);
});
