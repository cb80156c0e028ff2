import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, notices, strandedReports } from "#db";
import { newCode } from "#app/domain/code.ts";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import { renewCode } from "#app/domain/deliveries/renew-code.server.ts";
import {
  MOST_STRANDED,
  type Stranded,
  strandReports,
  strandsReport,
} from "#app/domain/receipts/keep-stranded.server.ts";
import { countStranded, listStranded } from "#app/domain/receipts/list-stranded.server.ts";
import { settleReport } from "#app/domain/receipts/settle-report.server.ts";
import { makePerson } from "#tests/support/person.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { roadWorld } from "#tests/support/road.ts";
import { receiver } from "#tests/support/signing.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const body = (code: string) => ({
  code,
  pin: "1234",
  phoneEnd: "4321",
  name: "张阿姨",
  post: "志愿者",
  part: true,
  device: { id: uuidv7(), signature: "AAAA" },
  lines: [{ n: 1, good: "58", damaged: "2", reason: "damaged_goods", remark: "一箱进水" }],
});

const report = (code: string, change: Partial<Stranded> = {}): Stranded => ({
  id: uuidv7(),
  action: "delivery.confirm",
  body: body(code),
  refusal: "wrong_pin",
  keptSince: "2022-05-10T06:12:00Z",
  ...change,
});

const strand = (...reports: Stranded[]) => strandReports(receiver, reports);
const keptOf = (deliveryId: string) =>
  db.select().from(strandedReports).where(eq(strandedReports.deliveryId, deliveryId));
const settle = (world: World, reportId: string, requestId = uuidv7()) =>
  settleReport(world.actors.dispatcher, requestId, { reportId, note: "打过电话，已重新签收" });

test("what a phone could not deliver is kept without its keys, and the desk is told", async () => {
  const { world, delivery } = await roadWorld();
  const sent = report(delivery.code);
  expect(await strand(sent)).toEqual([sent.id]);
  const [kept] = await keptOf(delivery.id);
  expect(kept).toMatchObject({
    id: sent.id,
    organizationId: world.organizationId,
    refusal: "wrong_pin",
    keptSince: new Date("2022-05-10T06:12:00Z"),
    settledAt: null,
  });
  expect(Object.keys(kept!.body).sort()).toEqual(["code", "lines", "name", "part", "post"]);
  const told = await db.select().from(notices).where(eq(notices.subjectId, sent.id));
  expect(told).toMatchObject([
    { kind: "report_stranded", role: "dispatcher", detail: { site: "潍坊一村居委会" } },
  ]);
});

test("the same report sent again and again, and at once, is kept once", async () => {
  const { delivery } = await roadWorld();
  const sent = report(delivery.code);
  await Promise.all(Array.from({ length: 8 }, () => strand(sent)));
  await strand(sent, sent);
  expect(await keptOf(delivery.id)).toHaveLength(1);
});

test("a replaced label's report reaches its delivery; a code nobody has, or none, is left out", async () => {
  const { world, delivery } = await roadWorld();
  await renewCode(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id, reason: "丢了" });
  const replaced = report(delivery.code, { refusal: "code_revoked" });
  const others = [
    report(newCode()),
    report("nothing"),
    report("", { body: [1] }),
    report("", { body: null }),
  ];
  expect(await strand(replaced, ...others)).toEqual([replaced.id]);
  expect(await keptOf(delivery.id)).toMatchObject([{ refusal: "code_revoked" }]);
});

test("of one delivery at most twenty wait; once some are settled there is room again", async () => {
  const { world, delivery } = await roadWorld();
  const many = Array.from({ length: 15 }, () => report(delivery.code));
  await strand(...many);
  const more = await Promise.all(Array.from({ length: 10 }, () => strand(report(delivery.code))));
  expect(more.flat()).toHaveLength(MOST_STRANDED - 15);
  const { delivery: other } = await roadWorld();
  expect(await strand(report(other.code))).toHaveLength(1);
  await settle(world, many[0]!.id);
  expect(await strand(report(delivery.code))).toHaveLength(1);
});

test("of a report that is too long the signature is left out, and if it is still too long all of it", async () => {
  const { delivery } = await roadWorld();
  const signed = report(delivery.code, {
    body: { ...body(delivery.code), signature: "L10 10 ".repeat(5000) },
  });
  const endless = report(delivery.code, { body: { ...body(delivery.code), name: "长".repeat(20_000) } });
  expect(await strand(signed, endless)).toEqual([signed.id]);
  expect((await keptOf(delivery.id))[0]!.body).not.toHaveProperty("signature");
});

test("characters no database holds, odd values and wrong clocks do not keep a report from being kept", async () => {
  const { world, delivery } = await roadWorld();
  const odd = report(delivery.code, {
    keptSince: "yesterday",
    body: { code: delivery.code.toLowerCase(), name: "张\u0000阿姨\ud800", lines: "none", part: "yes" },
  });
  expect(await strand(odd)).toEqual([odd.id]);
  expect((await listStranded(world.actors.auditor)).rows).toMatchObject([
    { name: "张阿姨", lines: [], part: false, keptSince: null },
  ]);
});

test("the desk reads who wanted to sign, what they counted and why it was refused", async () => {
  const { world, delivery } = await roadWorld();
  await strand(report(delivery.code));
  await cancelDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id, reason: "封路" });
  await strand(report(delivery.code, { refusal: "delivery_cancelled" }));
  const { rows, total } = await listStranded(world.actors.dispatcher);
  expect(total).toBe(2);
  expect(rows.map(({ refusal }) => refusal)).toEqual(["wrong_pin", "delivery_cancelled"]);
  expect(rows[0]).toMatchObject({
    deliveryId: delivery.id,
    name: "张阿姨",
    post: "志愿者",
    part: true,
    lines: [{ n: 1, item: "医用外科口罩", unit: "只", good: "58", damaged: "2", remark: "一箱进水" }],
  });
  expect(await countStranded(world.actors.auditor)).toBe(2);
});

test("settling writes down what came of it, once", async () => {
  const { world, delivery } = await roadWorld();
  const sent = report(delivery.code);
  await strand(sent);
  const requestId = uuidv7();
  await Promise.all([settle(world, sent.id, requestId), settle(world, sent.id, requestId)]);
  const settled = await listStranded(world.actors.auditor, { settled: true });
  expect(settled.rows).toMatchObject([
    { id: sent.id, settledBy: "dispatcher", settledNote: "打过电话，已重新签收" },
  ]);
  expect(await countStranded(world.actors.auditor)).toBe(0);
  expect(await refusalCode(settle(world, sent.id))).toBe("stale");
});

test("other roles and other organizations settle nothing and see nothing", async () => {
  const { world, delivery } = await roadWorld();
  const sent = report(delivery.code);
  await strand(sent);
  const note = { reportId: sent.id, note: "好了" };
  for (const role of ["auditor", "site_contact", "warehouse_keeper", "fund_officer"] as const) {
    expect(await refusalCode(settleReport(world.actors[role], uuidv7(), note))).toBe("forbidden");
  }
  const { actor } = await makePerson((await makeWorld()).organizationId, "dispatcher");
  expect(await refusalCode(settleReport(actor, uuidv7(), note))).toBe("not_found");
  expect((await listStranded(actor)).rows).toEqual([]);
  expect(await countStranded(actor)).toBe(0);
});

test("a refusal strands a report unless the books know it already or it may still be taken", () => {
  const stranded = [
    "wrong_pin",
    "keys_wrong",
    "pin_locked",
    "delivery_cancelled",
    "code_revoked",
    "invalid",
  ] as const;
  expect(stranded.every(strandsReport)).toBe(true);
  const others = ["already_confirmed", "already_reported", "rate_limited", "database_unreachable"] as const;
  expect(others.some(strandsReport)).toBe(false);
});
