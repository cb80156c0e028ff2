import { once } from "node:events";
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { publicFront, WIDGET_PATH } from "#app/web/public-front.server.ts";
import {
  encodeFile,
  FOR_EVER,
  PublishedFiles,
  publishedFiles,
  type FileSource,
} from "#app/web/published-files.server.ts";
import { StoredPages, type Render } from "#app/web/stored-pages.server.ts";

const security = { https: true, development: false };
const files = new PublishedFiles();
const pages = new StoredPages([
  { path: "/", byLocale: true, bySession: true },
  { path: WIDGET_PATH },
  { path: "/data/stock.csv", heavy: true },
]);
let found = 0;
const report: FileSource = {
  bytes: Buffer.from("number,amount\n".repeat(500)),
  type: "text/csv; charset=utf-8",
  cache: FOR_EVER,
};
const app = express();
app.use(
  "/p",
  publishedFiles(files, async (path) => {
    found += 1;
    return path === "/1/receipts.csv" ? report : undefined;
  }),
);
app.use((_request, response) => void response.status(404).send("the pages"));
const server = createServer(publicFront({ pages, files }, security, app));
let port = 0;

const render: Render = async (path, headers) =>
  new Response(`${path} for ${headers.Cookie ?? "anybody"} ${"and so on ".repeat(200)}`, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Set-Cookie": "a=b" },
  });

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
  await pages.refresh("1", render);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** As the bytes come: `fetch` would unpack them. */
async function ask(path: string, headers: OutgoingHttpHeaders = {}, method = "GET") {
  const [answer] = (await once(
    httpRequest({ host: "127.0.0.1", port, path, method, headers }).end(),
    "response",
  )) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
}

test("each encoding is sent to whoever takes it, with an ETag of its own, and all say the same", async () => {
  const plain = await ask("/");
  const br = await ask("/", { "Accept-Encoding": "gzip, deflate, br" });
  const gz = await ask("/", { "Accept-Encoding": "gzip" });
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(br.headers["content-encoding"]).toBe("br");
  expect(gz.headers["content-encoding"]).toBe("gzip");
  expect(brotliDecompressSync(br.body)).toEqual(plain.body);
  expect(gunzipSync(gz.body)).toEqual(plain.body);
  expect(new Set([plain, br, gz].map(({ headers }) => headers.etag)).size).toBe(3);
  for (const { headers, body } of [plain, br, gz]) {
    expect(headers["content-length"]).toBe(String(body.length));
    expect(headers.etag).toMatch(/^"[\w-]+"$/);
    expect(headers.vary).toContain("Accept-Encoding");
  }
});

test.each([
  ["br;q=0, gzip", "gzip"],
  ["gzip;q=0, *", "br"],
  ["identity", undefined],
  ["GZIP", "gzip"],
])("Accept-Encoding: %s", async (accepts, encoding) => {
  expect((await ask("/", { "Accept-Encoding": accepts })).headers["content-encoding"]).toBe(encoding);
});

test("whoever has this very encoding is told so, whoever has another is sent it", async () => {
  const { headers } = await ask("/", { "Accept-Encoding": "br" });
  const known = await ask("/", { "Accept-Encoding": "br", "If-None-Match": `"x", W/${headers.etag}` });
  expect(known.status).toBe(304);
  expect(known.body).toHaveLength(0);
  expect(known.headers.etag).toBe(headers.etag);
  expect((await ask("/", { "If-None-Match": headers.etag })).status).toBe(200);
});

test("HEAD says what GET would send", async () => {
  const get = await ask("/");
  const head = await ask("/", {}, "HEAD");
  expect(head.body).toHaveLength(0);
  expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
});

test("a page comes in the reader's language, and points whoever carries a session to the desk", async () => {
  const text = async (headers: OutgoingHttpHeaders) => (await ask("/", headers)).body.toString();
  expect(await text({})).toMatch(/^\/ for locale=zh-CN and/);
  expect(await text({ "Accept-Language": "en-GB,en" })).toMatch(/^\/ for locale=en and/);
  expect(await text({ "Accept-Language": "en", Cookie: "locale=zh-CN" })).toMatch(/^\/ for locale=zh-CN and/);
  expect(await text({ Cookie: "locale=en; __Host-session=abc" })).toMatch(/^\/ for locale=en; session=any /);
  const { headers } = await ask("/");
  expect(headers.vary).toBe("Accept-Language, Cookie, Accept-Encoding");
  expect(headers["set-cookie"]).toBeUndefined();
});

test("the security headers are the site's, and the widget alone may be framed", async () => {
  const { headers } = await ask("/?from=chat");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'wasm-unsafe-eval'/);
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  const widget = await ask(WIDGET_PATH);
  expect(widget.headers["content-security-policy"]).toContain("frame-ancestors *");
  expect(widget.headers["x-frame-options"]).toBeUndefined();
});

test("a change makes the page anew; a page that fails stays as it was and is tried again", async () => {
  const before = await ask(WIDGET_PATH);
  await pages.refresh("2", async () => new Response("unavailable", { status: 503 }));
  expect((await ask(WIDGET_PATH)).headers.etag).toBe(before.headers.etag);
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + 10_000);
  onTestFinished(() => void vi.restoreAllMocks());
  await pages.refresh("2", async () => new Response("another", { headers: { "Content-Type": "text/html" } }));
  expect((await ask(WIDGET_PATH)).body.toString()).toBe("another");
});

test("a published file is found once however many ask, never changes, and what is none goes on to the pages", async () => {
  found = 0;
  const all = await Promise.all(Array.from({ length: 8 }, () => ask("/p/1/receipts.csv")));
  expect(found).toBe(1);
  expect(all.every(({ body }) => body.equals(Buffer.from(report.bytes)))).toBe(true);
  expect(all[0]!.headers["cache-control"]).toBe(FOR_EVER);
  await ask("/p/1/receipts.csv");
  expect(found).toBe(1);
  expect(await ask("/p/1/other.csv")).toMatchObject({ status: 404 });
  expect(files.get("/p/1/other.csv")).toBeUndefined();
  expect((await ask("/p/1/receipts.csv", {}, "POST")).status).toBe(404);
});

test("memory holds what was asked for last, up to its limit", async () => {
  const small = new PublishedFiles(2500);
  const file = await encodeFile({ bytes: Buffer.alloc(1000, "x"), type: "application/pdf", cache: FOR_EVER });
  small.set("/a", file);
  small.set("/b", file);
  small.get("/a");
  small.set("/c", file);
  expect([small.get("/a"), small.get("/b"), small.get("/c")].map(Boolean)).toEqual([true, false, true]);
});
