import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { cases, db, deliveries, deliveryLines } from "#db";
import { formatCode } from "#app/domain/code.ts";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import { WRONG_PINS } from "#app/domain/deliveries/pin-limit.server.ts";
import { renewCode } from "#app/domain/deliveries/renew-code.server.ts";
import * as page from "#app/routes/q.$code.tsx";
import * as typePage from "#app/routes/q._index.tsx";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { packedWorld, roadWorld } from "#tests/support/road.ts";

const open = async (code: string, query = "") =>
  page.loader(routeArgs(await asking(null, `/Q/${encodeURIComponent(code)}${query}`), { code }));

const post = async (code: string, values: Record<string, string>, address?: string) =>
  page.action(
    routeArgs(
      await posting(null, `/q/${code}`, { intent: "all", name: "刘书记", ...values }),
      { code },
      address,
    ),
  );

/** What an action answered to the form: its errors and status. */
const answered = async (work: ReturnType<typeof post>) => {
  const answer = await work;
  if (!("data" in answer)) throw new Error("not an answer to a form");
  return { ...answer.data.errors, counting: answer.data.counting, status: answer.init?.status };
};

const lineOf = async (id: string) =>
  (await db.select().from(deliveryLines).where(eq(deliveryLines.deliveryId, id)))[0];

const another = (pin: string) => String((Number(pin) + 1) % 10_000).padStart(4, "0");

test("a label is found in any case, with spaces, hyphens and look-alikes, and as a whole address", async () => {
  const { delivery } = await roadWorld();
  const { code } = delivery;
  const spellings = [
    code.toLowerCase(),
    formatCode(code),
    ` ${code} `,
    code.replaceAll("0", "O").replaceAll("1", "l"),
  ];
  for (const spelling of spellings) {
    const { data, init } = await open(spelling);
    expect(init?.status).toBe(200);
    expect(data.finding).toMatchObject({ kind: "found", delivery: { code, boxes: 3 } });
  }
  const typed = await asking(null, `/q?code=${encodeURIComponent(`https://x.example/Q/${code}`)}`);
  const answer = await thrownBy((async () => typePage.loader(routeArgs(typed)))());
  expect(answer.headers.get("Location")).toBe(`/q/${code}`);
});

test("opening a label changes nothing, whatever state the delivery is in", async () => {
  const { delivery } = await roadWorld();
  const counts = async () =>
    db.execute(sql`
      select (select count(*) from requests) as requests, (select count(*) from audit) as audit,
             (select count(*) from entries) as entries, (select count(*) from rate_limits) as tries,
             (select md5(string_agg(d::text, '' order by d.id)) from deliveries d) as deliveries`);
  const before = await counts();
  for (let n = 0; n < 5; n += 1) await open(delivery.code, n % 2 ? "?lines=1" : "?signed=1");
  expect([...(await counts())]).toEqual([...before]);
});

test("the page shows neither PIN nor donor nor telephone number of a person", async () => {
  const { delivery } = await roadWorld();
  const { data } = await open(delivery.code);
  const shown = JSON.stringify(data.finding, (_key, value: unknown) =>
    typeof value === "bigint" ? `${value}` : value,
  );
  expect(shown).toContain("潍坊一村居委会");
  expect(shown).toContain("测试仓");
  expect(shown).not.toContain(`"${delivery.pin}"`);
  expect(shown).not.toContain("测试捐赠有限公司");
});

test("all here: signed for once, however often it is pressed", async () => {
  const { delivery } = await roadWorld();
  const values = { pin: delivery.pin, requestId: uuidv7() };
  const twice = await Promise.all([
    thrownBy(post(delivery.code, values)),
    thrownBy(post(delivery.code, values)),
  ]);
  const signed = `/q/${delivery.code}?signed=${values.requestId}`;
  for (const { headers } of twice) expect(headers.get("Location")).toBe(signed);
  expect(await lineOf(delivery.id)).toMatchObject({ good: 60n, short: 0n, damaged: 0n, extra: 0n });

  const other = await thrownBy(post(delivery.code, { pin: delivery.pin, requestId: uuidv7() }));
  expect(other.headers.get("Location")).toBe(`/q/${delivery.code}`);
  const { data } = await open(delivery.code);
  expect(data.justSigned).toBe(false);
  expect(data.finding).toMatchObject({ delivery: { status: "confirmed", signedBy: "刘＊＊" } });
});

test("whole packs and loose pieces that are wrong are put together, and what is broken besides", async () => {
  const { delivery } = await roadWorld();
  const first = await answered(post(delivery.code, { intent: "count", pin: delivery.pin, post: "书记" }));
  expect(first).toMatchObject({ counting: true, fields: {}, values: { name: "刘书记", post: "书记" } });

  const counted = { intent: "lines", pin: delivery.pin, post: "居委会书记", "lines.0.what": "short" };
  const refused = await answered(post(delivery.code, { ...counted, "lines.0.damaged": "3" }));
  expect(refused).toMatchObject({ status: 422, fields: { "lines.0.loose": "how_many_wrong" } });
  expect(refused.values).toMatchObject({ lines: [{ what: "short", damaged: "3" }] });
  await thrownBy(
    post(delivery.code, { ...counted, "lines.0.packs": "1", "lines.0.loose": "2", "lines.0.damaged": "3" }),
  );
  expect(await lineOf(delivery.id)).toMatchObject({
    good: 35n,
    short: 22n,
    damaged: 3n,
    reason: "short_packed",
  });
  const { data } = await open(delivery.code);
  expect(data.finding).toMatchObject({ delivery: { signedBy: "居委会书记" } });
});

test.each([
  ["damaged", { good: 8n, short: 0n, damaged: 2n, extra: 0n, reason: "damaged_goods" }],
  ["extra", { good: 10n, short: 0n, damaged: 0n, extra: 2n, reason: "more_came" }],
  ["wrong", { good: 8n, short: 2n, damaged: 0n, extra: 0n, reason: "wrong_item" }],
])("two of ten pieces that are %s are recorded as such, with the remark", async (what, recorded) => {
  const { delivery } = await roadWorld({ quantity: "10" });
  const line = { "lines.0.what": what, "lines.0.loose": "2", "lines.0.remark": " 箱子湿了 " };
  await thrownBy(post(delivery.code, { intent: "lines", pin: delivery.pin, ...line }));
  expect(await lineOf(delivery.id)).toMatchObject({ ...recorded, remark: "箱子湿了" });
});

test("more that is missing or broken than was sent is refused beside its line", async () => {
  const { delivery } = await roadWorld({ quantity: "10" });
  const line = { "lines.0.what": "short", "lines.0.loose": "9", "lines.0.damaged": "2" };
  const answer = await answered(post(delivery.code, { intent: "lines", pin: delivery.pin, ...line }));
  expect(answer).toMatchObject({ status: 422, fields: { "lines.0.loose": "more_than_sent" } });
  expect(await lineOf(delivery.id)).toMatchObject({ good: null });
});

test.each([
  ["-1", "not_positive"],
  ["1.5", "not_whole"],
  ["99999999999999999999", "too_large"],
  ["几箱", "not_a_number"],
])("a count of %o is refused beside its line, for loose and packed goods", async (typed, key) => {
  const loose = await roadWorld({ quantity: "10" });
  const form = {
    intent: "lines",
    pin: loose.delivery.pin,
    "lines.0.what": "short",
    "lines.0.loose": typed,
  };
  expect(await answered(post(loose.delivery.code, form))).toMatchObject({
    status: 422,
    counting: true,
    fields: { "lines.0.loose": key },
    values: { lines: [{ what: "short", loose: typed }] },
  });
  const packed = await roadWorld();
  const inPacks = { ...form, pin: packed.delivery.pin, "lines.0.packs": typed, "lines.0.loose": "0" };
  expect(await answered(post(packed.delivery.code, inPacks))).toMatchObject({
    fields: { "lines.0.packs": key },
    values: { lines: [{ packs: typed }] },
  });
});

test("a PIN that is not four digits, and a missing name, are told beside their boxes", async () => {
  const { delivery } = await roadWorld();
  const answer = await answered(post(delivery.code, { name: "", pin: "12" }));
  expect(answer).toMatchObject({ status: 422, fields: { name: "required", pin: "bad_pin" } });
});

test("wrong PINs count down, then lock, and say whom to call", async () => {
  const { delivery } = await roadWorld();
  const wrong = { pin: another(delivery.pin) };
  const first = await answered(post(delivery.code, wrong));
  expect(first).toMatchObject({ status: 403, fields: { pin: "wrong_pin" }, values: { name: "刘书记" } });
  expect(first.form).toContain("还能再试 4 次");
  for (let n = 0; n < 3; n += 1) await answered(post(delivery.code, wrong));
  const last = await thrownBy(post(delivery.code, wrong));
  expect(last.headers.get("Location")).toBe(`/q/${delivery.code}`);
  const right = await thrownBy(post(delivery.code, { pin: delivery.pin }));
  expect(right.headers.get("Location")).toBe(`/q/${delivery.code}`);
  const { data } = await open(delivery.code);
  expect(data.finding).toMatchObject({ delivery: { locked: true, hotline: "021-0000-0000" } });
});

test("an address that guesses PINs of many deliveries must wait; others need not", async () => {
  const sent = await Promise.all(Array.from({ length: 9 }, () => roadWorld()));
  const address = "198.51.100.7";
  let tries = 0;
  for (const { delivery } of sent) {
    for (let n = 0; n < 4 && tries < WRONG_PINS; n += 1, tries += 1) {
      await answered(post(delivery.code, { pin: another(delivery.pin) }, address));
    }
  }
  const last = sent.at(-1)?.delivery;
  if (!last) throw new Error("no delivery");
  const refused = await answered(post(last.code, { pin: last.pin }, address));
  expect(refused.status).toBe(429);
  expect(refused.form).toContain("15 分钟");
  const requestId = uuidv7();
  const elsewhere = await thrownBy(post(last.code, { pin: last.pin, requestId }, "198.51.100.8"));
  expect(elsewhere.headers.get("Location")).toBe(`/q/${last.code}?signed=${requestId}`);
});

test("not on the road yet, and cancelled: nothing can be signed, and the page says why", async () => {
  const { world, delivery } = await packedWorld();
  const early = await thrownBy(post(delivery.code, { pin: delivery.pin }));
  expect(early.headers.get("Location")).toBe(`/q/${delivery.code}`);
  expect((await open(delivery.code)).data.finding).toMatchObject({ delivery: { status: "planned" } });
  await cancelDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id, reason: "改期" });
  await thrownBy(post(delivery.code, { pin: delivery.pin }));
  expect((await open(delivery.code)).data.finding).toMatchObject({ delivery: { status: "cancelled" } });
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, delivery.id));
  expect(row?.receiverName).toBeNull();
});

test("a replaced label names the delivery whose new one to scan; wrong and unknown codes say so", async () => {
  const { world, delivery } = await roadWorld();
  await renewCode(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id, reason: "标签丢了" });
  const replaced = await open(delivery.code);
  expect(replaced.init?.status).toBe(410);
  expect(replaced.data.finding).toMatchObject({ kind: "replaced", number: delivery.number });
  expect((await thrownBy(post(delivery.code, { pin: delivery.pin }))).status).toBe(302);

  const wrong = delivery.code.slice(0, 8) + (delivery.code.endsWith("0") ? "1" : "0");
  expect((await open(wrong)).data.finding).toEqual({ kind: "misread", code: wrong });
  expect((await open("<script>")).data.finding).toEqual({ kind: "misread", code: "<script>" });
  const unknown = await open("000000000");
  expect([unknown.init?.status, unknown.data.finding.kind]).toEqual([404, "unknown"]);
});

test("whoever counts differently after somebody signed says so, and the first stays", async () => {
  const { delivery } = await roadWorld();
  await thrownBy(post(delivery.code, { pin: delivery.pin }));
  const counted = {
    intent: "lines",
    name: "王志愿者",
    "lines.0.what": "short",
    "lines.0.loose": "5",
  };
  const refused = await answered(post(delivery.code, { ...counted, pin: another(delivery.pin) }));
  expect(refused).toMatchObject({ status: 403, counting: true, fields: { pin: "wrong_pin" } });
  const told = await thrownBy(post(delivery.code, { ...counted, pin: delivery.pin }));
  expect(told.headers.get("Location")).toBe(`/q/${delivery.code}?reported=1`);
  const again = await thrownBy(post(delivery.code, { ...counted, pin: delivery.pin }));
  expect(again.headers.get("Location")).toBe(`/q/${delivery.code}`);
  expect(await lineOf(delivery.id)).toMatchObject({ good: 60n, short: 0n });
  const [opened] = await db.select().from(cases).where(eq(cases.deliveryId, delivery.id));
  expect(opened).toMatchObject({ kind: "second_report", decision: null });
  const { data } = await open(delivery.code, "?reported=1");
  expect(data).toMatchObject({ reported: true, finding: { delivery: { signedBy: "刘＊＊" } } });
});
