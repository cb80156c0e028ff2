import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { listDeadlines } from "#app/domain/disclosures/list-deadlines.server.ts";
import { askQuestion } from "#app/domain/questions/ask.server.ts";
import { shareTrace } from "#app/domain/trace/share.server.ts";
import * as giftPage from "#app/routes/desk.gifts.$id.tsx";
import * as questionPage from "#app/routes/desk.questions.$id.tsx";
import * as questionsPage from "#app/routes/desk.questions._index.tsx";
import * as tracePage from "#app/routes/desk.traces.$id.tsx";
import { giveMoney } from "#tests/support/gifts.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const receiver = { kind: "receiver", address: "192.0.2.1" } as const;

async function asked(world: World, question = "送到哪里了？") {
  const gift = await giveMoney(world);
  const { code } = await shareTrace(world.actors.fund_officer, uuidv7(), { subjectId: gift.id });
  return { gift, ...(await askQuestion(receiver, uuidv7(), { code, question })) };
}

const list = async (world: World, query = "") =>
  questionsPage.loader(routeArgs(await asking(world.actors.auditor, `/desk/questions${query}`)));

const post = async (
  world: World,
  id: string,
  values: Record<string, string>,
  by = world.actors.fund_officer,
) => questionPage.action(routeArgs(await posting(by, `/desk/questions/${id}`, values), { id }));

const clocks = async (world: World) =>
  (await listDeadlines(world.actors.auditor)).filter(({ rule }) => rule === "donor_reply_10_workdays");

test("the desk lists what waits with its last day, answers it once, and the law's clock stops", async () => {
  const world = await makeWorld();
  const { id, answerBy, gift } = await asked(world);
  expect(await list(world)).toMatchObject({
    open: 1,
    questions: { rows: [{ id, answerBy, giftNumber: gift.number }] },
  });
  expect(await clocks(world)).toMatchObject([{ subjectId: id, dueOn: answerBy, satisfiedOn: null }]);
  const blank = await post(world, id, { answer: " " });
  expect(blank).toMatchObject({ init: { status: 422 }, data: { fields: { answer: "required" } } });
  await thrownBy(post(world, id, { answer: "送到了三林镇。" }));
  expect((await clocks(world))[0]!.satisfiedOn).not.toBeNull();
  expect((await list(world)).questions.rows).toEqual([]);
  expect((await list(world, "?view=all")).questions.rows).toMatchObject([{ answer: "送到了三林镇。" }]);
  const again = await post(world, id, { answer: "又送到了别处。" });
  expect(again).toMatchObject({ init: { status: 409 }, data: { values: { answer: "又送到了别处。" } } });
});

test("only who answers for money answers donors, and only their own organization's", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const { id } = await asked(world);
  expect((await thrownBy(post(world, id, { answer: "不知道" }, world.actors.dispatcher))).status).toBe(403);
  expect((await post(other, id, { answer: "不知道" })).init?.status).toBe(404);
  const page = routeArgs(await asking(other.actors.auditor, `/desk/questions/${id}`), { id });
  expect((await thrownBy(questionPage.loader(page))).status).toBe(404);
});

test("a gift's page shows the link and QR code of its trace as soon as there is one, and no more when it is stopped", async () => {
  const world = await makeWorld();
  const { id } = await giveMoney(world);
  const officer = world.actors.fund_officer;
  const shown = async () =>
    (await giftPage.loader(routeArgs(await asking(officer, `/desk/gifts/${id}`), { id }))).trace;
  const act = async (intent: string) =>
    thrownBy(tracePage.action(routeArgs(await posting(officer, `/desk/traces/${id}`, { intent }), { id })));
  expect(await shown()).toEqual({ link: null, qr: null });
  expect((await act("share")).headers.get("Location")).toBe(`/desk/traces/${id}?done=made`);
  const first = await shown();
  expect(first.link).toMatch(/\/t\/[0-9A-Z]{9}$/);
  expect(first.qr!.path.length).toBeGreaterThan(100);
  await act("share");
  expect((await shown()).link).not.toBe(first.link);
  await act("stop");
  expect((await shown()).link).toBeNull();
});
