import { afterAll, beforeAll, expect, test } from "vitest";
import { loggablePath } from "#app/web/request-log.server.ts";
import { testAppUrl } from "#tests/support/database.ts";
import { startTestServer } from "#tests/support/server.ts";

let server: Awaited<ReturnType<typeof startTestServer>>;
beforeAll(async () => {
  server = await startTestServer({ DATABASE_URL: testAppUrl(), PUBLIC_URL: "https://jieli.example.org" });
});
afterAll(() => server.stop());

test("every answer carries the security headers", async () => {
  const { headers } = await fetch(`${server.url}/healthz`);
  const policy = headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("'wasm-unsafe-eval'");
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(headers.get("Permissions-Policy")).toContain("camera=(self)");
  expect(headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
  expect(headers.get("X-Powered-By")).toBeNull();
});

test("loaders get the nonce of the policy, the request's id and the visitor's address", async () => {
  const response = await fetch(`${server.url}/context`, { headers: { "X-Forwarded-For": "203.0.113.9" } });
  const context = await response.json();
  expect(response.headers.get("Content-Security-Policy")).toContain(`'nonce-${context.cspNonce}'`);
  expect(response.headers.get("X-Request-Id")).toBe(context.requestId);
  expect(context.clientAddress).toBe("127.0.0.1");
});

test("no nonce is used twice", async () => {
  const [one, two] = await Promise.all([fetch(`${server.url}/context`), fetch(`${server.url}/context`)]);
  expect((await one.json()).cspNonce).not.toBe((await two.json()).cspNonce);
});

test("behind a trusted proxy the visitor's address and the request's id come from it", async () => {
  const behind = await startTestServer({ DATABASE_URL: testAppUrl(), TRUST_PROXY: "loopback" });
  const headers = { "X-Forwarded-For": "203.0.113.9", "X-Request-Id": "from-the-proxy" };
  const context = await (await fetch(`${behind.url}/context`, { headers })).json();
  expect(context).toMatchObject({ clientAddress: "203.0.113.9", requestId: "from-the-proxy" });
  await behind.stop();
});

test("the log names requests and failures, but no cookie, token, query value or secret link", async () => {
  const secret = "s3cr3t-s3cr3t-s3cr3t-s3cr3t";
  const headers = { Cookie: `session=${secret}`, Authorization: `Bearer ${secret}` };
  const response = await fetch(`${server.url}/broken/${secret}?pin=${secret}`, { headers });
  await fetch(`${server.url}/broken?pin=${secret}`, { headers });
  await response.text();
  const log = server.lines.join("");
  expect(log).toContain("broken on purpose");
  expect(log).toContain(response.headers.get("X-Request-Id"));
  expect(log).not.toContain(secret);
});

test("a path is logged without its query and its secret segments", () => {
  expect(loggablePath("/trace/AbCdEfGhIjKlMnOpQrStUv.data?x=1")).toBe("/trace/…");
  const id = "01a20db0-43f5-7037-99d8-65a6d58f4943";
  expect(loggablePath(`/deliveries/${id}/confirm`)).toBe(`/deliveries/${id}/confirm`);
});

test("a malformed address and a missing file are the client's mistakes", async () => {
  expect((await fetch(`${server.url}/%E0%A4%A`)).status).toBe(400);
  expect((await fetch(`${server.url}/assets/missing.js`)).status).toBe(404);
});
