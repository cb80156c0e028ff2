import { connect } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { breakableLink } from "#tests/support/breakable-link.ts";
import { testAppUrl } from "#tests/support/database.ts";
import { startTestServer } from "#tests/support/server.ts";

let link: Awaited<ReturnType<typeof breakableLink>>;
let server: Awaited<ReturnType<typeof startTestServer>>;
beforeAll(async () => {
  link = await breakableLink(testAppUrl());
  server = await startTestServer({ DATABASE_URL: link.url });
});
afterAll(async () => {
  await server.stop();
  link.close();
});

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { method: "POST", body, headers });

test("without its database a page is 503 with the request's id, a form keeps what was typed, and all is well after", async () => {
  expect((await fetch(`${server.url}/books`)).status).toBe(200);
  link.cut();
  const page = await fetch(`${server.url}/books`);
  expect(page.status).toBe(503);
  expect(await page.text()).toContain(page.headers.get("X-Request-Id"));

  const typed = { name: "刘书记", intent: "lines", "lines.0.good": "12", password: "secret" };
  const form = await post("/books.data", new URLSearchParams(typed), { "Accept-Language": "en" });
  expect(form.status).toBe(503);
  const answer = await form.text();
  for (const kept of ["刘书记", "12", "What you typed is still here", "lines"]) {
    expect(answer).toContain(kept);
  }
  expect(answer).not.toContain("secret");
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);

  link.mend();
  await expect.poll(async () => (await fetch(`${server.url}/books`)).status, { timeout: 10_000 }).toBe(200);
  const again = await post("/books", new URLSearchParams(typed));
  expect(await again.json()).toEqual({ posted: Object.keys(typed) });
});

test.each(["%00", "a%00b", "%C0%AF", "%ED%A0%80", "'; drop table organizations; --", "%25%5C_"])(
  "q=%s breaks nothing",
  async (q) => {
    const { status } = await fetch(`${server.url}/books?q=${q}`);
    expect(q.includes("%00") ? 422 : 200).toBe(status);
  },
);

test.each([
  ["a large form", "/books", "application/x-www-form-urlencoded"],
  ["a large form with files", "/books", "multipart/form-data; boundary=x"],
  ["a large form beside the uploads", "/desk/imports/1", "multipart/form-data; boundary=x"],
])("%s is refused before it is read", async (_name, path, type) => {
  const status = await statusOf(path, [`Content-Type: ${type}`, "Content-Length: 52428800"]);
  expect(status).toBe(413);
});

test("a form that does not say how long it is, is refused before it is read", async () => {
  expect(await statusOf("/books", ["Transfer-Encoding: chunked", "Content-Type: text/plain"])).toBe(411);
});

/** The status that comes back when only the headers of a POST were sent. */
async function statusOf(path: string, headers: string[]): Promise<number> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.write([`POST ${path} HTTP/1.1`, `Host: ${hostname}`, ...headers, "", ""].join("\r\n"));
  const [head] = await once(socket, "data");
  socket.destroy();
  return Number(/^HTTP\/1.1 (\d+)/.exec(String(head))?.[1]);
}
