import { expect, test } from "vitest";
import type { UserActor } from "#app/domain/actor.ts";
import { listCases } from "#app/domain/cases/list.server.ts";
import { getCase } from "#app/domain/cases/get.server.ts";
import * as casePage from "#app/routes/desk.cases.$id._index.tsx";
import * as reportPage from "#app/routes/desk.cases.$id.report.tsx";
import * as casesPage from "#app/routes/desk.cases._index.tsx";
import * as desk from "#app/routes/desk.tsx";
import * as transferPage from "#app/routes/desk.transfers.$id._index.tsx";
import * as deliveryPage from "#app/routes/desk.deliveries.$id._index.tsx";
import { report, signedWorld } from "#tests/support/cases.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { secondWarehouse, sendLots } from "#tests/support/transfers.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";

const fiveShort = { n: "1", good: "55", reason: "lost_on_the_way" } as const;

const open = async (actor: UserActor, id: string) =>
  casePage.loader(routeArgs(await asking(actor, `/desk/cases/${id}`), { id }));

const post = async (actor: UserActor, id: string, values: Record<string, string>) =>
  casePage.action(routeArgs(await posting(actor, `/desk/cases/${id}`, values), { id }));

async function fiveMissing() {
  const { world, delivery, cases } = await signedWorld(fiveShort);
  return { world, delivery, id: cases[0]!.id };
}

test("a case is worked on, decided by somebody else, and closed, each by its own form", async () => {
  const { world, id } = await fiveMissing();
  const { warehouse_keeper: keeper, fund_officer: officer, auditor } = world.actors;
  const steps: [UserActor, Record<string, string>][] = [
    [keeper, { intent: "note", text: "司机说少装一箱" }],
    [keeper, { intent: "assign", userId: keeper.userId }],
    [officer, { intent: "decide", decision: "found", foundAt: "warehouse", note: "货架底下找到" }],
    [keeper, { intent: "close" }],
  ];
  for (const [actor, values] of steps) {
    const answer = await thrownBy(post(actor, id, values));
    expect(answer.headers.get("Location")).toBe(`/desk/cases/${id}?done=${values.intent}`);
  }
  expect(await getCase(auditor, id)).toMatchObject({
    owner: keeper.name,
    decision: "found",
    wentTo: "dock",
    closedBy: keeper.name,
    notes: [{ text: "司机说少装一箱" }],
  });
});

test("only what this person may do now is offered", async () => {
  const { world, id } = await fiveMissing();
  const { auditor, warehouse_keeper: keeper, fund_officer: officer } = world.actors;
  const can = async (actor: UserActor) => (await open(actor, id)).can;
  expect(await can(auditor)).toEqual({ work: false, decide: false });
  expect(await can(keeper)).toEqual({ work: true, decide: false });
  expect(await can(officer)).toEqual({ work: false, decide: true });
  await thrownBy(post(officer, id, { intent: "decide", decision: "written_off", note: "找不到" }));
  expect(await can(officer)).toEqual({ work: false, decide: false });
});

test("what is missing from a decision is told beside its field, to the form that asked", async () => {
  const { world, id } = await fiveMissing();
  const answer = await post(world.actors.fund_officer, id, {
    intent: "decide",
    decision: "found",
    note: "在",
  });
  expect(answer).toMatchObject({ data: { intent: "decide", fields: { foundAt: "choose" } } });
  const early = await post(world.actors.warehouse_keeper, id, { intent: "close" });
  expect(early).toMatchObject({ init: { status: 409 }, data: { intent: "close" } });
});

test("the list, the menu, the delivery and the loss report show it", async () => {
  const { world, delivery, id } = await fiveMissing();
  await report(delivery, [], "王志愿者");
  const { auditor } = world.actors;
  const list = await casesPage.loader(routeArgs(await asking(auditor, "/desk/cases?view=open")));
  expect(list).toMatchObject({ view: "open", open: { open: 2, overdue: 0 }, cases: { total: 2 } });
  const { waiting } = await desk.loader(routeArgs(await asking(auditor, "/desk")));
  expect(waiting.cases).toEqual({ open: 2, overdue: 0 });
  const page = await deliveryPage.loader(
    routeArgs(await asking(auditor, `/desk/deliveries/${delivery.id}`), { id: delivery.id }),
  );
  expect(page.cases.map(({ kind }) => kind)).toEqual(["short", "second_report"]);
  const loss = await reportPage.loader(routeArgs(await asking(auditor, `/desk/cases/${id}/report`), { id }));
  expect(loss.found.lots).toMatchObject([{ quantity: 5n, valueFen: 1000n, donor: "测试捐赠有限公司" }]);
});

/** Of ten masks nine came to the other warehouse. */
async function transferShort() {
  const world = await makeWorld();
  const there = await secondWarehouse(world);
  const [lot = ""] = await stockMasks(world, { quantity: "100" });
  const transfer = await sendLots(world, there.id, [[lot, "10"]]);
  const form = {
    "lines.0.n": "1",
    "lines.0.received": "7",
    "lines.0.damaged": "1",
    "lines.0.remark": "破了",
  };
  const receive = async (values: Record<string, string>) =>
    transferPage.action(
      routeArgs(await posting(world.actors.administrator, `/desk/transfers/${transfer.id}`, values), {
        id: transfer.id,
      }),
    );
  return { world, transfer, form, receive };
}

test("a short transfer: its page, the list and the report show its cases; whoever sent it is told to leave it", async () => {
  const { world, transfer, form, receive } = await transferShort();
  const tooMany = await receive({ ...form, "lines.0.damaged": "4" });
  expect(tooMany.data.fields).toEqual({ "lines.0.damaged": "more_than_sent" });
  await thrownBy(receive(form));
  const { auditor, fund_officer: officer, warehouse_keeper: sender } = world.actors;
  const args = async (actor: UserActor, path: string, id: string) =>
    routeArgs(await asking(actor, path), { id });
  const page = await transferPage.loader(await args(auditor, `/desk/transfers/${transfer.id}`, transfer.id));
  expect(page.cases.map(({ kind, quantity }) => [kind, quantity])).toEqual([
    ["damaged", 1n],
    ["short", 2n],
  ]);
  const [damaged, short] = page.cases;
  const list = await casesPage.loader(routeArgs(await asking(auditor, "/desk/cases")));
  expect(list.cases.rows.map(({ journey }) => journey)).toEqual([transfer.number, transfer.number]);
  const loss = await reportPage.loader(await args(auditor, `/desk/cases/${short!.id}/report`, short!.id));
  expect(loss.found).toMatchObject({ about: "transfer", lots: [{ quantity: 2n }] });
  expect((await open(sender, short!.id)).found.sentById).toBe(sender.userId);
  const decided = { intent: "decide", decision: "found", foundAt: "origin", note: "漏装", quantity: "1" };
  await thrownBy(post(officer, short!.id, decided));
  const all = await casesPage.loader(routeArgs(await asking(auditor, "/desk/cases?view=open")));
  expect(all.cases.total).toBe(3);
  const unfit = await post(officer, damaged!.id, { ...decided, decision: "replaced" });
  expect(unfit.data.fields).toMatchObject({ replacementId: "choose" });
});

test("another organization finds neither a transfer's case nor its report", async () => {
  const { world, transfer, form, receive } = await transferShort();
  await thrownBy(receive(form));
  const { rows } = await listCases(world.actors.auditor, { transferId: transfer.id });
  const { id } = rows[0]!;
  const stranger = (await makeWorld()).actors.administrator;
  const report = async () =>
    reportPage.loader(routeArgs(await asking(stranger, `/desk/cases/${id}/report`), { id }));
  const decide = { intent: "decide", decision: "written_off", note: "试试" };
  expect((await thrownBy(open(stranger, id))).status).toBe(404);
  expect((await thrownBy(report())).status).toBe(404);
  expect((await post(stranger, id, decide)).init?.status).toBe(404);
  expect((await listCases(stranger, { transferId: transfer.id })).total).toBe(0);
});
