import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import express from "express";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, publicationFiles, publications } from "#db";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { getCheckpoint } from "#app/domain/log/get-checkpoint.server.ts";
import { logOf } from "#app/domain/log/identity.server.ts";
import { createSigner } from "#app/domain/log/note.ts";
import { signCheckpoint } from "#app/domain/log/checkpoint.ts";
import { logEverything } from "#app/domain/publications/log-all.server.ts";
import { correctReport } from "#app/domain/publications/correct.server.ts";
import { getPublishedFile } from "#app/domain/publications/get-file.server.ts";
import { publishReport } from "#app/domain/publications/publish.server.ts";
import { settings } from "#app/settings.server.ts";
import { publicLog } from "#app/web/public-log.server.ts";
import { giveMoney, pay } from "#tests/support/gifts.ts";
import { assemble, give, type KitWorld, makeKitWorld } from "#tests/support/kits.ts";
import { asOwner } from "#tests/support/log.ts";
import { type Asked, checkAsPage, runVerifyLog } from "#tests/support/verify-log.ts";
import { stockMasks } from "#tests/support/world.ts";
import { loseGoods } from "#tests/support/write-offs.ts";

const folder = mkdtempSync(join(tmpdir(), "jieli-verify-"));
const log = logOf(settings());
const { verifierKey } = log.signer;
const server = createServer(express().use("/log", publicLog(log)));
const april = { periodFrom: "2022-04-01", periodTo: "2022-04-30", campaignId: null };
let url: string;
let world: KitWorld;
let report: { id: string; issue: number; version: number };
let early: string;

/** Money and goods before and in April, free and restricted, kits, goods sent, goods lost; then its report. */
beforeAll(async () => {
  world = await makeKitWorld();
  await giveMoney(world, { receivedOn: "2022-03-05", amount: "70" });
  await giveMoney(world);
  await giveMoney(world, { restrictedTo: "给关云长同志", amount: "25.50" });
  await pay(world);
  await logEverything();
  early = await getCheckpoint(log);
  const [masks] = await stockMasks(
    world,
    { quantity: "500", value: "1000", expiresOn: "2027-01-01" },
    { quantity: "30" },
  );
  await give(world, world.gel, { quantity: "10", value: "88" });
  await assemble(world, "4");
  await loseGoods(world, masks!);
  const order = { warehouseId: world.warehouse.id, siteId: world.site.id, boxes: "1" };
  const lines = [{ itemId: world.mask.id, quantity: "60" }];
  const delivery = await createDelivery(
    world.actors.warehouse_keeper,
    uuidv7(),
    CreateDelivery.parse({ ...order, lines }),
  );
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id });
  // What happens today is of no report yet.
  await asOwner((tx) =>
    tx.execute(sql`update entries set occurred_on = '2022-04-20' where occurred_on > ${april.periodTo}`),
  );
  report = await publishReport(world.actors.fund_officer, uuidv7(), april);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`;
}, 60_000);
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const verify = (asked: Asked = {}) => checkAsPage(url, { key: verifierKey, ...asked });

const fileNamed = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function published(name: string): Promise<Buffer> {
  const file = await getPublishedFile({ organization: world.organizationId, ...report }, name);
  return file!.bytes;
}

test("is under 200 lines and needs nothing that does not come with Node", () => {
  const program = readFileSync("app/commands/verify-log.mjs", "utf8");
  expect(program.split("\n").length - 1).toBeLessThan(200);
  const imported = [...program.matchAll(/\bimport\b[^"\n]*"([^"]+)"/g)].map(([, name]) => name);
  expect(imported).toEqual(["node:crypto", "node:fs"]);
});

test("the log holds, goes on from an older checkpoint, and gives the report's totals", async () => {
  const figures = fileNamed("figures.json", await published("figures.json"));
  const old = fileNamed("old", early);
  const { code, said } = await runVerifyLog(url, "--key", verifierKey, "--old", old, "--report", figures);
  expect(said).not.toMatch(/✗|!/);
  expect(said).toContain("✓ 接着");
  expect(said).toContain(`issue ${report.issue}, version 1`);
  expect(said).toContain("the report's totals are what the entries add up to");
  expect(said).toMatch(/ {2}CNY 非定向 unrestricted received \d+\n/);
  expect(code).toBe(0);
  expect(await verify({ old: early, report: await published("figures.json") })).toMatchObject({ code: 0 });
  const { balance } = JSON.parse(await published("figures.json").then(String));
  expect(balance.goodsTotal).toMatchObject({ lost: expect.not.stringMatching(/^0$/) });
  expect(balance.goods.some((row: { value: { converted: string } }) => row.value.converted !== "0")).toBe(
    true,
  );
  expect(balance.money.map((row: { restricted: boolean }) => row.restricted)).toEqual([false, true]);
});

test("without a key it takes the site's, and says so", async () => {
  const { code, said } = await runVerifyLog(url.replace(/\/log$/, "/"));
  expect(said).toContain(`! 公钥来自对方网站，请比对 the key came from the site, compare it: ${verifierKey}`);
  expect(code).toBe(0);
});

test("another key, and a checkpoint of another past, do not hold", async () => {
  const stranger = createSigner(log.signer.name, Buffer.alloc(32, 7));
  const unsigned = await runVerifyLog(url, "--key", stranger.verifierKey);
  expect(unsigned.said).toContain("✗ 签名 signature");
  expect(unsigned.code).toBe(1);
  for (const size of [3, 1_000_000]) {
    const { code, said } = await verify({
      old: signCheckpoint(stranger, { size, root: Buffer.alloc(32, 1) }),
    });
    expect(said).toContain("✗ 接着");
    expect(code).toBe(1);
  }
});

test("every published file is known by its hash, and no other", async () => {
  for (const name of ["report.pdf", "receipts.csv"]) {
    const { code, said } = await verify({ report: await published(name) });
    expect(said).toContain("✓ 公开过 published");
    expect(code).toBe(0);
  }
  const forged = Buffer.concat([await published("receipts.csv"), Buffer.from("x")]);
  const { code, said } = await verify({ report: forged });
  expect(said).toContain("✗ 账本里没有这份文件");
  expect(code).toBe(1);
});

test.each([
  [
    "a total",
    (figures: string) => figures.replace(/("moneyTotal":\{[^}]*"received":")/, "$11"),
    /✗ CNY receivedFen/,
  ],
  [
    "a headline",
    (figures: string) => figures.replace(/("receipts":\{[^}]*"goodsFen":")/, "$11"),
    /✗ goods receivedFen/,
  ],
  [
    "goods of one item as another's",
    (figures: string) => figures.replace(/免洗洗手液/g, "乳胶手套"),
    /! 「乳胶手套」[^]*! 「免洗洗手液」|! 「免洗洗手液」[^]*! 「乳胶手套」/,
    0,
  ],
  [
    "a quantity",
    (figures: string) => figures.replace(/("unit":"只"[^]*?"quantity":\{[^}]*"out":")/, "$11"),
    /✗ \(只\) 非定向 unrestricted out:/,
  ],
])("a report whose makers changed %s is told apart", async (_what, change, says, exit = 1) => {
  const honest = String(await published("figures.json"));
  const forged = change(honest);
  expect(forged).not.toBe(honest);
  const { said, code } = await verify({ report: await publishForged(forged) });
  expect(said).toMatch(says);
  expect(code).toBe(exit);
});

/** Writes a report into the database as its operator could, and has it logged. */
async function publishForged(figures: string): Promise<Buffer> {
  const [row] = await db.execute<{ log_size: string }>(
    sql`select log_size from publications where id = ${report.id}`,
  );
  const id = uuidv7();
  const { organizationId, responseId } = world;
  const [{ issue } = { issue: 0 }] = await db.execute<{ issue: number }>(sql`
    select max(issue)::int + 1 as issue from publications where organization_id = ${organizationId}`);
  await db.insert(publications).values({
    ...{
      id,
      organizationId,
      responseId,
      issue,
      version: 1,
      periodFrom: april.periodFrom,
      periodTo: april.periodTo,
    },
    ...{ logSize: BigInt(row!.log_size), checkpoint: "c", figures: {} },
  });
  const sha256 = createHash("sha256").update(figures).digest();
  const file = { name: "figures.json", mediaType: "application/json", bytes: figures.length, file: "x" };
  await db.insert(publicationFiles).values({ ...file, publicationId: id, sha256 });
  await logEverything();
  return Buffer.from(figures);
}

test("a corrected report is said to be corrected", async () => {
  const correction = { publicationId: report.id, correction: "重新核对" };
  const next = await correctReport(world.actors.fund_officer, uuidv7(), correction);
  const { said, code } = await verify({ report: await published("figures.json") });
  expect(said).toContain(`! 已被第 ${next.version} 版更正 corrected by version ${next.version}`);
  expect(code).toBe(0);
});

test("a .tlog-proof is checked without any network", async () => {
  const proof = await (await fetch(`${url}/proof/${report.id}.tlog-proof`)).text();
  const path = fileNamed("leaf.tlog-proof", proof);
  const good = await runVerifyLog(path, "--key", verifierKey);
  expect(good.said).toMatch(/✓ 第 \d+ 条在账本里 leaf \d+ is in the log: \{"checkpointSha256"/);
  expect(good.code).toBe(0);
  expect((await runVerifyLog(path)).code, "a key must be given").toBe(2);
  expect((await verify({ proof })).code).toBe(0);
  const leaf = /extra (\S+)/.exec(proof)![1]!;
  const forged = proof.replace(leaf, Buffer.from("{}").toString("base64"));
  expect((await verify({ proof: forged })).code).toBe(1);
  const key = createSigner(log.signer.name, Buffer.alloc(32, 7)).verifierKey;
  expect((await verify({ proof, key })).code).toBe(1);
});

test("a leaf that was changed in place is named; changed with its hash, it does not give the root", async () => {
  const before = await db.execute<{ leaf: Buffer; hash: Buffer }>(
    sql`select leaf, hash from log_leaves where index = 2`,
  );
  const changed = sql`convert_to(replace(convert_from(leaf, 'UTF8'), '"amount":"', '"amount":"1'), 'UTF8')`;
  await asOwner((tx) => tx.execute(sql`update log_leaves set leaf = ${changed} where index = 2`));
  const named = await verify();
  expect(named.said).toContain("✗ 第 2 条被改过 leaf 2 was changed: {");
  expect(named.code).toBe(1);
  await asOwner((tx) =>
    tx.execute(sql`update log_leaves set hash = sha256('\\x00'::bytea || leaf) where index = 2`),
  );
  const off = await verify();
  expect(off.said).toContain("✗ 各条算出签过名的根");
  expect(off.code).toBe(1);
  const { leaf, hash } = before[0]!;
  await asOwner((tx) =>
    tx.execute(
      sql`update log_leaves set leaf = decode(${leaf.toString("hex")}, 'hex'), hash = decode(${hash.toString("hex")}, 'hex') where index = 2`,
    ),
  );
  expect((await verify()).code).toBe(0);
});
