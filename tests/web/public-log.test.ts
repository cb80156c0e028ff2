import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db";
import { openNote } from "#app/domain/log/note.ts";
import { holdsProof, parseProof } from "#app/domain/log/proof.ts";
import { createSequencer } from "#app/domain/log/sequence.server.ts";
import { publicLog } from "#app/web/public-log.server.ts";
import { testAppUrl } from "#tests/support/database.ts";
import { freePort } from "#tests/support/free-port.ts";
import { buildGo } from "#tests/support/go.ts";
import { allLeaves, asOwner, insertEntries, makeLogIn, makeMoneyWorld } from "#tests/support/log.ts";
import { startTestServer } from "#tests/support/server.ts";

const folder = mkdtempSync(join(tmpdir(), "jieli-log-"));
const log = makeLogIn(folder);
const sequencer = createSequencer(log);
const server = createServer(express().use("/log", publicLog(log)));
let url: string;
let size: number;
let world: Awaited<ReturnType<typeof makeMoneyWorld>>;

beforeAll(async () => {
  world = await makeMoneyWorld();
  await insertEntries(db, world, 700);
  size = await sequencer.run();
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${port}/log`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const bytes = async (path: string) => Buffer.from(await (await fetch(`${url}/${path}`)).arrayBuffer());

test("the checkpoint is text that may be kept for seconds, signed by the key that is served", async () => {
  const response = await fetch(`${url}/checkpoint`);
  expect(response.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  expect(response.headers.get("Cache-Control")).toBe("public, max-age=2");
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  const key = (await (await fetch(`${url}/vkey`)).text()).trim();
  expect(openNote(await response.text(), key)).toMatch(new RegExp(`^jieli\\.test/log\n${size}\n`));
});

test("tiles never change and are as wide as the signed tree has them; entries are its leaves", async () => {
  const full = await fetch(`${url}/tile/0/000`);
  expect(full.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  expect(full.headers.get("Content-Type")).toBe("application/octet-stream");
  expect(await bytes("tile/0/000")).toHaveLength(8192);
  expect(await bytes(`tile/0/002.p/${size - 512}`)).toHaveLength((size - 512) * 32);
  expect(await bytes("tile/1/000.p/2")).toHaveLength(64);
  const leaves = await allLeaves();
  const bundle = await bytes(`tile/entries/002.p/${size - 512}`);
  const read: string[] = [];
  for (let at = 0; at < bundle.length; at += 2 + bundle.readUInt16BE(at))
    read.push(bundle.subarray(at + 2, at + 2 + bundle.readUInt16BE(at)).toString());
  expect(read).toEqual(leaves.slice(512).map((leaf) => leaf.text));
});

test("entries are sent compressed to whoever takes that, and plain to whoever does not", async () => {
  const packed = await fetch(`${url}/tile/entries/000`);
  expect(packed.headers.get("Content-Encoding")).toBe("gzip");
  const plain = await fetch(`${url}/tile/entries/000`, { headers: { "Accept-Encoding": "identity" } });
  expect(plain.headers.get("Content-Encoding")).toBeNull();
  expect(await plain.arrayBuffer()).toEqual(await packed.arrayBuffer());
});

test.each([
  ...[
    "tile/0/003",
    "tile/0/002",
    "tile/1/000",
    "tile/1/000.p/3",
    "tile/2/000.p/1",
    "tile/0/2",
    "tile/0/000.p/0",
  ],
  ...[
    "tile/entries/003",
    "tile/64/000",
    "proof/x",
    "proof/999999",
    "proof/01a20db0-43f5-7037-99d8-65a6d58f4943",
    "x",
  ],
])("404 for what was not signed or is not written so: %s", async (path) => {
  const response = await fetch(`${url}/${path}`);
  expect(response.status).toBe(404);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
});

test("a proof comes by index or by entry, and holds offline", async () => {
  const { subjectId } = (await allLeaves())[600]!;
  for (const name of ["600", "600.tlog-proof", subjectId, `${subjectId}.tlog-proof`]) {
    const proof = parseProof(await (await fetch(`${url}/proof/${name}`)).text())!;
    expect(proof.index).toBe(600);
    expect(holdsProof(proof, log.signer.verifierKey)).toBe(true);
  }
});

test("proofs hold after every salt was destroyed", async () => {
  await db.execute(sql`delete from log_salts where subject_kind <> 'log'`);
  for (const index of [0, 255, 256, 511, size - 1]) {
    const proof = parseProof(await (await fetch(`${url}/proof/${index}`)).text())!;
    expect(holdsProof(proof, log.signer.verifierKey)).toBe(true);
  }
});

test("partial tiles of every size that was signed stay available while the log grows", async () => {
  const before = await bytes(`tile/0/002.p/${size - 512}`);
  await insertEntries(db, world, 300);
  size += await sequencer.run();
  expect(await bytes("tile/0/002.p/" + before.length / 32)).toEqual(before);
  expect((await bytes("tile/0/002")).subarray(0, before.length)).toEqual(before);
  expect(await bytes("tile/1/000.p/3")).toHaveLength(96);
});

test("Go's own transparency log library opens the checkpoint and proves 100 random entries", async () => {
  const { stdout } = await runGo(url);
  expect(stdout).toBe(`100 of ${size} entries proven\n`);
}, 300_000);

test("and it notices a leaf that was changed in place", async () => {
  const forged = sql`update log_leaves set leaf = 'x'`;
  await asOwner((tx) => tx.execute(forged));
  await expect(runGo(url)).rejects.toThrow(/not in tree|invalid/);
}, 300_000);

/** In a process of its own while this one serves. */
const runGo = (of: string) => promisify(execFile)(goClient(), [of, "100"], { timeout: 60_000 });

function goClient(): string {
  const program = join(folder, "log-client");
  if (!existsSync(program)) buildGo("tests/log-client", program);
  return program;
}

test("the verifier is served as a program and as a page that may run its own script alone", async () => {
  const program = await fetch(`${url}/verify-log.mjs`);
  expect(program.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
  const script = await program.text();
  expect(script).toBe(readFileSync("app/commands/verify-log.mjs", "utf8"));
  const page = await fetch(`${url}/verify.html`);
  const html = await page.text();
  const shared = script.slice(script.indexOf("const utf8"), script.indexOf("// ── end of the check"));
  expect(html).toContain(shared.trim());
  const [, inline] = /<script type="module">([^]*)<\/script>/.exec(html)!;
  const hash = createHash("sha256").update(inline!).digest("base64");
  const policy = page.headers.get("Content-Security-Policy")!;
  expect(policy).toContain(`script-src 'sha256-${hash}';`);
  expect(policy).toContain("default-src 'none';");
  expect(html, "nothing is fetched from elsewhere").not.toMatch(/(src|href)="(https?:)?\/\//);
});

test("the site serves the log of its own address", async () => {
  const site = await startTestServer({ DATABASE_URL: testAppUrl(), PUBLIC_URL: "https://jieli.example.org" });
  const checkpoint = await (await fetch(`${site.url}/log/checkpoint`)).text();
  expect(checkpoint).toMatch(/^jieli\.example\.org\/log\n/);
  expect((await fetch(`${site.url}/log/tile/0/000`)).status).toBe(200);
  expect((await fetch(`${site.url}/log/nothing`)).status).toBe(404);
  await site.stop();
});
