import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, donors, gifts } from "#db";
import { eq } from "drizzle-orm";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { listNotices } from "#app/domain/notices/list.server.ts";
import { newCode, parseCode } from "#app/domain/code.ts";
import { publishPhoto } from "#app/domain/photos/publish.server.ts";
import { answerQuestion } from "#app/domain/questions/answer.server.ts";
import { inAllStages } from "#app/domain/trace/stage.ts";
import { shareTrace } from "#app/domain/trace/share.server.ts";
import { unshareTrace } from "#app/domain/trace/unshare.server.ts";
import * as tracePage from "#app/routes/t.$code.tsx";
import * as feed from "#app/routes/t.$code_.feed[.]xml.ts";
import * as certificate from "#app/routes/t.$code_.certificate[.]pdf.ts";
import * as typing from "#app/routes/t._index.tsx";
import { report } from "#tests/support/cases.ts";
import { assemble, give, makeKitWorld } from "#tests/support/kits.ts";
import { keepPhoto } from "#tests/support/photos.ts";
import { roadWorld } from "#tests/support/road.ts";
import { giveMoney, pay, promise } from "#tests/support/gifts.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const codeFor = async (world: World, subjectId: string) =>
  (await shareTrace(world.actors.fund_officer, uuidv7(), { subjectId })).code;

async function open(code: string, address = "192.0.2.1") {
  const answer = await tracePage.loader(routeArgs(await asking(null, `/t/${code}`), { code }, address));
  return { ...answer.data, status: answer.init?.status ?? 200 };
}

async function traceOf(code: string) {
  const { trace } = await open(code);
  if (trace === null) throw new Error("the code led nowhere");
  return trace;
}

const ask = async (code: string, question: string) =>
  tracePage.action(routeArgs(await posting(null, `/t/${code}`, { question }), { code }));

test("pooled money is told as a share: used and left are the gift, and each payment its part", async () => {
  const world = await makeWorld();
  const gift = await giveMoney(world, { amount: "1000" });
  await giveMoney(world, { donor: "另一位", amount: "2000" });
  await pay(world, { amount: "900" });
  const { gifts } = await traceOf(await codeFor(world, gift.id));
  const { money } = gifts[0]!;
  expect(money).toMatchObject({
    amountFen: 100_000n,
    receivedFen: 300_000n,
    spentFen: 90_000n,
    gifts: 2,
    usedFen: 30_000n,
    leftFen: 70_000n,
    payments: [{ amountFen: 90_000n, shareFen: 30_000n, payee: "示例供应商", purpose: "口罩" }],
  });
});

test("a promise is never counted as received: what came and what is to come are together what was promised", async () => {
  const world = await makeWorld();
  const { id } = await promise(world, { amount: "1000", dueOn: "2022-04-20" });
  const code = await codeFor(world, id);
  const before = await traceOf(code);
  expect(before).toMatchObject({
    gifts: [],
    promise: { amountFen: 100_000n, receivedFen: 0n, state: "overdue" },
  });
  await giveMoney(world, { pledgeId: id, amount: "400" });
  const after = await traceOf(code);
  expect(after.promise).toMatchObject({ receivedFen: 40_000n });
  expect(after.gifts).toMatchObject([{ money: { amountFen: 40_000n } }]);
});

test("a donor is named with consent alone, and a gift taken back counts nowhere", async () => {
  const world = await makeWorld();
  const gift = await giveMoney(world);
  const code = await codeFor(world, gift.id);
  expect((await traceOf(code)).donor).toBeNull();
  await db.update(donors).set({ publishName: true }).where(eq(donors.organizationId, world.organizationId));
  expect((await traceOf(code)).donor).toBe("示例科技公司");
  await reverseEntry(world.actors.fund_officer, uuidv7(), { entryId: gift.entryId, reason: "记错了" });
  expect((await traceOf(code)).gifts).toMatchObject([{ takenBack: true, money: null, lots: [] }]);
  expect((await open(code)).title).toContain("更正过");
});

test("renewed or stopped, the old code leads nowhere; one misread says so; both are 404", async () => {
  const world = await makeWorld();
  const gift = await giveMoney(world);
  const first = await codeFor(world, gift.id);
  const second = await codeFor(world, gift.id);
  expect(second).not.toBe(first);
  expect(parseCode(second).ok).toBe(true);
  expect(await open(first)).toMatchObject({ status: 404, trace: null, missing: { misread: false } });
  expect((await open(second)).status).toBe(200);
  await unshareTrace(world.actors.fund_officer, uuidv7(), { subjectId: gift.id });
  expect((await open(second)).status).toBe(404);
  expect(await open("86DF1ABZ4")).toMatchObject({ status: 404, missing: { misread: true } });
});

test("who goes through many codes must wait, and the honest from elsewhere do not", async () => {
  const world = await makeWorld();
  const code = await codeFor(world, (await giveMoney(world)).id);
  const guesser = "198.51.100.7";
  for (let tries = 0; tries < 40; tries += 1) expect((await open(newCode(), guesser)).status).toBe(404);
  expect((await thrownBy(open(code, guesser))).status).toBe(429);
  expect((await open(code, "203.0.113.9")).status).toBe(200);
});

test("nobody indexes or keeps the page, and a code typed with its address opens it", async () => {
  expect(tracePage.headers()).toEqual({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
  const typed = routeArgs(await asking(null, `/t?code=${encodeURIComponent("86d-f1a-bz3")}`));
  const answer = await thrownBy(Promise.resolve().then(() => typing.loader(typed)));
  expect(answer.headers.get("Location")).toBe("/t/86DF1ABZ3");
});

test("a question starts ten working days, tells the desk, is answered once, and both stand on the page", async () => {
  const world = await makeWorld();
  const code = await codeFor(world, (await giveMoney(world)).id);
  expect((await ask(code, " ")).data).toMatchObject({ fields: { question: "required" } });
  const asked = await thrownBy(ask(code, "钱用在哪里了？"));
  expect(asked.headers.get("Location")).toMatch(/\?asked=\d{4}-\d{2}-\d{2}#questions$/);
  const [question] = (await traceOf(code)).questions;
  expect(question).toMatchObject({ question: "钱用在哪里了？", answer: null });
  expect(asked.headers.get("Location")).toContain(question!.answerBy);
  const told = await listNotices(world.actors.fund_officer);
  expect(told.rows.map(({ kind }) => kind)).toContain("question_asked");
  const answer = { questionId: question!.id, answer: "买了口罩，送到三林镇。" };
  await answerQuestion(world.actors.fund_officer, uuidv7(), answer);
  await expect(answerQuestion(world.actors.fund_officer, uuidv7(), answer)).rejects.toMatchObject({
    code: "stale",
  });
  expect((await traceOf(code)).questions).toMatchObject([{ answer: "买了口罩，送到三林镇。" }]);
});

test("questions about one gift are limited, and one about nothing is refused", async () => {
  const world = await makeWorld();
  const code = await codeFor(world, (await giveMoney(world)).id);
  for (let n = 0; n < 10; n += 1) await thrownBy(ask(code, `第 ${n} 问`));
  expect((await ask(code, "再问")).init?.status).toBe(429);
  expect((await ask(newCode(), "有人吗")).init?.status).toBe(410);
  const promised = await codeFor(world, (await promise(world)).id);
  expect((await ask(promised, "什么时候")).init?.status).toBe(410);
});

test("the feed tells what happened, the latest first, and can be read as XML whatever the words", async () => {
  const world = await makeWorld();
  const code = await codeFor(world, (await giveMoney(world)).id);
  await pay(world, { purpose: "口罩 <N95> & 手套" });
  const answer = await feed.loader(routeArgs(await asking(null, `/t/${code}/feed.xml`), { code }));
  const xml = await answer.text();
  expect(answer.headers.get("Content-Type")).toMatch(/^application\/atom\+xml/);
  expect(xml).toContain("口罩 &lt;N95&gt; &amp; 手套");
  expect(xml.indexOf("池子支出")).toBeLessThan(xml.indexOf("收到 1,000.00 元"));
  expect(xml.match(/<entry>/g)).toHaveLength(2);
  const nowhere = newCode();
  const missing = await thrownBy(feed.loader(routeArgs(await asking(null, "/t/x"), { code: nowhere })));
  expect(missing.status).toBe(404);
});

test("the certificate is a PDF; of a promise of which nothing has come the page is shown instead", async () => {
  const world = await makeWorld();
  const code = await codeFor(world, (await giveMoney(world)).id);
  const file = await certificate.loader(routeArgs(await asking(null, `/t/${code}`), { code }));
  expect(file.headers.get("Content-Type")).toBe("application/pdf");
  expect(file.headers.get("X-Robots-Tag")).toBe("noindex");
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect(new TextDecoder("latin1").decode(bytes.subarray(0, 5))).toBe("%PDF-");
  const promised = await codeFor(world, (await promise(world)).id);
  const sent = await thrownBy(
    certificate.loader(routeArgs(await asking(null, `/t/${promised}`), { code: promised })),
  );
  expect(sent.headers.get("Location")).toBe(`/t/${promised}`);
});

test("of another organization nothing is given a code", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const gift = await giveMoney(world);
  await expect(codeFor(other, gift.id)).rejects.toMatchObject({ code: "not_found" });
});

test("goods inside kits are followed through them, and what is public of the delivery stands beside it", async () => {
  const world = await makeKitWorld();
  const { gift } = await give(world, world.mask, { quantity: "100" });
  await give(world, world.gel, { quantity: "5" });
  await assemble(world, "3");
  const { gifts } = await traceOf(await codeFor(world, gift.id));
  const [traced] = gifts[0]!.lots;
  expect(inAllStages(traced!.stages)).toBe(traced!.given);
  expect(traced).toMatchObject({ given: 100n, inKits: 30n });
  expect(gifts[0]!.firstAt.received).toBeInstanceOf(Date);
});

test("of who signed the post is told, never the name; nor PIN, code, telephone or remark", async () => {
  const { world, delivery } = await roadWorld();
  await report(
    delivery,
    [{ n: 1, good: "57", reason: "other", remark: "住 301 室的陈小明拿走了" }],
    "陈小明书记",
  );
  const [row] = await db.select().from(gifts).where(eq(gifts.organizationId, world.organizationId));
  const trace = await traceOf(await codeFor(world, row!.id));
  expect(trace.gifts[0]!.drops).toMatchObject([
    { receiverPost: "书记", lines: [{ quantity: 60n, good: 57n }] },
  ]);
  const text = JSON.stringify(trace, (_key, value: unknown) =>
    typeof value === "bigint" ? `${value}` : value,
  );
  for (const secret of ["陈小明", "301", delivery.code, delivery.pin, "测试捐赠有限公司"]) {
    expect(text).not.toContain(secret);
  }
});

test("a photo stands beside its delivery once somebody has published it, and no sooner", async () => {
  const { world, delivery } = await roadWorld();
  const [row] = await db.select().from(gifts).where(eq(gifts.organizationId, world.organizationId));
  const code = await codeFor(world, row!.id);
  const photo = await keepPhoto(world, { subjectKind: "delivery", subjectId: delivery.id });
  const shown = async () => (await traceOf(code)).gifts[0]!.drops[0]!.photos;
  expect(await shown()).toEqual([]);
  await publishPhoto(world.actors.fund_officer, uuidv7(), { photoId: photo.id, redactions: [] });
  expect(await shown()).toMatchObject([{ name: expect.stringMatching(/\.\w+$/) }]);
});
