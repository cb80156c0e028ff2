import { once } from "node:events";
import { createServer, type Server } from "node:http";
import express from "express";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db";
import { apiRouter } from "#app/api/router.server.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { WRONG_PINS } from "#app/domain/deliveries/pin-limit.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { createToken } from "#app/domain/people/create-token.server.ts";
import { openSession } from "#app/domain/people/session.server.ts";
import { signedInCookie } from "#app/session/session-cookie.server.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";
import type { Role } from "#db/vocabulary";

let server: Server;
let base: string;
let world: World;

beforeAll(async () => {
  const app = express().set("trust proxy", true).use("/api", apiRouter());
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/api/v1`;
  world = await makeWorld();
});

afterAll(() => server.close());

async function tokenFor(role: Role): Promise<string> {
  const { token } = await createToken(world.actors.administrator, uuidv7(), { name: role, role });
  return `Bearer ${token}`;
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${base}/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${base}/${path}`, { headers });
  return { status: response.status, body: await response.json() };
}

async function onTheRoad() {
  await stockMasks(world, {});
  const created = await createDelivery(
    world.actors.warehouse_keeper,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId: world.site.id,
      boxes: 1,
      lines: [{ itemId: world.mask.id, quantity: 10 }],
    }),
  );
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: created.id });
  return created;
}

test("a pledge is recorded with a token, once for each request id, and listed with its amount as text", async () => {
  const authorization = await tokenFor("fund_officer");
  const requestId = uuidv7();
  const pledge = { kind: "money", donor: "浦东某公司", amount: "12.5万元", pledgedOn: "2022-04-01" };
  const first = await post("pledge/record", pledge, {
    authorization,
    "Idempotency-Key": `"${requestId.toUpperCase()}"`,
  });
  expect(first).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^RJ-2022-/) } });
  expect((await post("pledge/record", { ...pledge, requestId }, { authorization })).body).toEqual(first.body);
  const other = await post("pledge/record", { ...pledge, amount: "1", requestId }, { authorization });
  expect(other).toMatchObject({ status: 422, body: { error: { code: "request_reused" } } });
  const listed = await get("pledge?kind=money", { authorization });
  expect(listed).toMatchObject({ status: 200, body: { total: 1, rows: [{ amountFen: "12500000" }] } });
  const one = await get(`pledge/${first.body.id}`, { authorization });
  expect(one).toMatchObject({ status: 200, body: { donor: "浦东某公司" } });
});

test("a session's cookie opens the API too", async () => {
  const secret = await openSession(world.actors.administrator.userId, world.organizationId, {
    address: "127.0.0.1",
    device: null,
  });
  const cookie = (await signedInCookie(secret)).split(";")[0] ?? "";
  expect(await get("warehouse", { cookie })).toMatchObject({ status: 200, body: [{ name: "测试仓" }] });
});

test("nobody, an unknown token, a role that never does this, and a program that would invite are refused", async () => {
  const body = { requestId: uuidv7(), name: "新仓" };
  expect(await post("warehouse/add", body)).toMatchObject({
    status: 401,
    body: { error: { code: "not_signed_in" } },
  });
  expect((await get("warehouse", { authorization: "Bearer jieli_nobody" })).status).toBe(401);
  const auditor = await tokenFor("auditor");
  expect(await post("warehouse/add", body, { authorization: auditor })).toMatchObject({ status: 403 });
  expect((await get("token", { authorization: auditor })).status).toBe(403);
  const administrator = await tokenFor("administrator");
  const invitation = { requestId: uuidv7(), role: "auditor" };
  expect((await post("user/invite", invitation, { authorization: administrator })).status).toBe(403);
});

test("what belongs to another organization reads as not found", async () => {
  const authorization = await tokenFor("administrator");
  const elsewhere = await makeWorld();
  expect((await get(`warehouse/${elsewhere.warehouse.id}`, { authorization })).status).toBe(404);
  expect((await get("warehouse/not-an-id", { authorization })).status).toBe(404);
});

test("errors name the fields, in the language of the reader", async () => {
  const authorization = await tokenFor("fund_officer");
  const body = { requestId: uuidv7(), kind: "money", amount: "-5", dueOn: "2022-02-30" };
  const english = await post("pledge/record", body, { authorization, "Accept-Language": "en-GB" });
  expect(english).toMatchObject({
    status: 422,
    body: {
      error: {
        code: "invalid",
        params: { fields: { amount: "not_positive", pledgedOn: "required", dueOn: "bad_date" } },
        message: expect.stringMatching(/^[\x20-\x7e]+$/),
        fields: { amount: expect.stringMatching(/^[\x20-\x7e]+$/) },
      },
    },
  });
  const chinese = await post("pledge/record", body, { authorization });
  expect(chinese.body.error.message).toMatch(/\p{Script=Han}/u);
});

test("a request that cannot be understood is told why", async () => {
  const authorization = await tokenFor("administrator");
  const refused = async (path: string, body: unknown, headers = {}) => {
    const answered = await post(path, body, { authorization, ...headers });
    return [answered.status, answered.body.error.code];
  };
  expect(await refused("warehouse/add", "{")).toEqual([400, "malformed_json"]);
  expect(await refused("warehouse/add", { name: "新仓" })).toEqual([400, "request_id_missing"]);
  expect(await refused("warehouse/add", {}, { "Idempotency-Key": "1" })).toEqual([400, "request_id_missing"]);
  expect(await refused("warehouse/burn", { requestId: uuidv7() })).toEqual([404, "no_such_path"]);
  expect(await refused("warehouse/add", { name: "x".repeat(1_100_000) })).toEqual([413, "too_large"]);
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  expect(await refused("warehouse/add", "name=x", form)).toEqual([415, "unsupported_media_type"]);
  expect(await get("nowhere")).toMatchObject({ status: 404, body: { error: { code: "no_such_path" } } });
});

test("a receiver confirms without an account; wrong PINs are counted by address", async () => {
  const delivery = await onTheRoad();
  const confirmation = { code: delivery.code, pin: delivery.pin, name: "刘书记" };
  const wrong = { ...confirmation, pin: delivery.pin === "0000" ? "0001" : "0000" };
  const refused = await post("delivery/confirm", { ...wrong, requestId: uuidv7() });
  expect(refused).toMatchObject({ status: 403, body: { error: { code: "wrong_pin", params: { left: 4 } } } });
  expect(refused.headers.get("RateLimit")).toMatch(/^"wrong-pin";r=\d+;t=\d+$/);
  const answered = await post("delivery/confirm", { ...confirmation, requestId: uuidv7() });
  expect(answered).toMatchObject({
    status: 200,
    body: { number: delivery.number, lines: [{ good: "10", short: "0" }] },
  });
});

test("an address that guesses too often must wait, and another is not touched by it", async () => {
  const confirmations = Array.from({ length: WRONG_PINS }, () => ({
    requestId: uuidv7(),
    input: { code: "86DF1ABZ3", pin: "0000", name: "某人" },
  }));
  const guess = () => post("delivery/confirm-many", { confirmations }, { "X-Forwarded-For": "203.0.113.9" });
  for (const _ of [1, 2]) expect((await guess()).status).toBe(200);
  const limited = await guess();
  expect(limited).toMatchObject({ status: 429, body: { error: { code: "rate_limited" } } });
  expect(Number(limited.headers.get("Retry-After"))).toBeGreaterThan(0);
  const delivery = await onTheRoad();
  const confirmation = { code: delivery.code, pin: delivery.pin, name: "刘书记", requestId: uuidv7() };
  const other = await post("delivery/confirm", confirmation, { "X-Forwarded-For": "203.0.113.10" });
  expect(other.status).toBe(200);
});

test("confirmations kept offline go in one request, each with its own outcome, and again with the same", async () => {
  const good = await onTheRoad();
  const twice = await onTheRoad();
  const asks = [
    { requestId: uuidv7(), input: { code: good.code, pin: good.pin, name: "刘书记" } },
    { requestId: uuidv7(), input: { code: twice.code, pin: "x", name: "刘书记" } },
    { requestId: uuidv7(), input: { code: "86DF1ABZ3", pin: "1234", name: "刘书记" } },
    {
      requestId: uuidv7(),
      input: {
        code: twice.code,
        pin: twice.pin,
        name: "刘书记",
        lines: [{ n: 1, good: 9, reason: "other" }],
      },
    },
  ];
  const sent = await post("delivery/confirm-many", { confirmations: asks });
  expect(sent.status).toBe(200);
  expect(sent.body.results).toMatchObject([
    { requestId: asks[0]?.requestId, ok: true, result: { number: good.number } },
    { ok: false, error: { code: "invalid", params: { fields: { pin: "bad_pin" } } } },
    { ok: false, error: { code: "code_unknown" } },
    { ok: true, result: { lines: [{ good: "9", short: "1" }] } },
  ]);
  expect((await post("delivery/confirm-many", { confirmations: asks })).body).toEqual(sent.body);
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from entries where kind = 'delivery.confirm' and document_id in (${good.id}, ${twice.id})`);
  expect(row?.count).toBe(2);
});

test("anybody may read the public tables and look a label up, never its PIN", async () => {
  const delivery = await onTheRoad();
  const label = await get(`public/label/${delivery.code.toLowerCase()}`);
  expect(label).toMatchObject({
    status: 200,
    body: { kind: "found", delivery: { number: delivery.number } },
  });
  expect(JSON.stringify(label.body)).not.toContain(`"${delivery.pin}"`);
  for (const path of [
    "summary",
    "receipts?page=1",
    "distributions?from=2022-01-01",
    "balance-sheet",
    "townships",
  ]) {
    expect([path, (await get(`public/${path}`)).status]).toEqual([path, 200]);
  }
});

test("the description of the API is served", async () => {
  expect(await get("openapi.json")).toMatchObject({ status: 200, body: { openapi: "3.1.0" } });
});
