import { afterAll, beforeAll, expect, test } from "vitest";
import { testAppUrl } from "#tests/support/database.ts";
import { startTestServer } from "#tests/support/server.ts";

let server: Awaited<ReturnType<typeof startTestServer>>;
beforeAll(async () => {
  server = await startTestServer({ DATABASE_URL: testAppUrl(), PUBLIC_URL: "https://jieli.example.org" });
});
afterAll(() => server.stop());

function post(headers: Record<string, string>) {
  return fetch(`${server.url}/context`, { method: "POST", headers });
}

test.each([
  ["cross-site by Sec-Fetch-Site", { "Sec-Fetch-Site": "cross-site" }],
  ["a sibling domain", { "Sec-Fetch-Site": "same-site" }],
  ["another origin", { Origin: "https://evil.example" }],
  ["another port", { Origin: "http://127.0.0.1:1" }],
  ["an opaque origin", { Origin: "null" }],
  [
    "another origin that claims a forwarded host",
    { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
  ],
  ["a token beside a cookie", { Authorization: "Bearer x", Cookie: "s=1", Origin: "https://evil.example" }],
])("a change from %s is refused in both languages", async (_name, headers) => {
  const response = await post(headers);
  expect(response.status).toBe(403);
  expect(await response.text()).toMatch(/已拒绝[^]*refused/);
});

test.each([
  ["our own page", { "Sec-Fetch-Site": "same-origin", Origin: "https://jieli.example.org" }],
  ["the address bar", { "Sec-Fetch-Site": "none" }],
  ["no browser", {}],
  ["a bearer token without a cookie", { Authorization: "Bearer x", Origin: "https://partner.example" }],
])("a change from %s passes", async (_name, headers) => {
  const response = await post(headers);
  expect(response.status).toBe(200);
});

test("a change from the host the server is reached at passes", async () => {
  expect((await post({ Origin: server.url })).status).toBe(200);
});

test("reading from another site is nobody's harm", async () => {
  const response = await fetch(`${server.url}/context`, { headers: { "Sec-Fetch-Site": "cross-site" } });
  expect(response.status).toBe(200);
});
