import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sql } from "drizzle-orm";
import express from "express";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as XLSX from "xlsx";
import { db } from "#db";
import { dataFormats, dataTableNames } from "#app/domain/open-data/tables.ts";
import { logOf } from "#app/domain/log/identity.server.ts";
import { noteCase } from "#app/domain/cases/note.server.ts";
import { NoteCase } from "#app/domain/cases/schema.ts";
import { publishPhoto } from "#app/domain/photos/publish.server.ts";
import { publishReport } from "#app/domain/publications/publish.server.ts";
import { PublishReport } from "#app/domain/publications/schema.ts";
import { reportNames } from "#app/domain/reports/report-head.ts";
import { refreshPublicSummary } from "#app/domain/reports/refresh-public-summary.server.ts";
import { settings } from "#app/settings.server.ts";
import { publicLog } from "#app/web/public-log.server.ts";
import { findPublished } from "#app/web/published-reports.server.ts";
import { makeBelongings } from "#tests/support/belongings.ts";
import { emptyLog, asOwner } from "#tests/support/log.ts";
import { everyTable, PLANTED, plantEverywhere } from "#tests/support/personal-data.ts";
import { atSiteWorld, household, openAt, write } from "#tests/support/registers.ts";
import { asking, routeArgs } from "#tests/support/requests.ts";
import { destroySealed } from "#app/domain/registers/destroy.server.ts";
import { DestroySealed } from "#app/domain/registers/schema.ts";

/**
 * Pages whose address is itself a key, and answers that show nothing of the books. Everything else outside the desk is
 * walked, by file.
 */
const excused: Record<string, string> = {
  ...Object.fromEntries(["sign-in.tsx", "sign-out.tsx", "q._index.tsx"].map((file) => [file, "a form"])),
  ...Object.fromEntries(["q.carry.tsx", "q.offline.tsx"].map((file) => [file, "shows what a phone keeps"])),
  "$.tsx": "the page that is not there",
  "calendar.$feed.ts": "a member's own calendar, by a secret address",
  "consignments.$token.tsx": "a donor's own list, by a secret address",
  "invitations.$token.tsx": "one person's invitation, by a secret address",
  ...Object.fromEntries(["locale.ts", "text-size.ts"].map((file) => [file, "keeps a preference"])),
  "sw[.]js.ts": "a script",
  "photos.$id.ts": "needs a session",
  "q.$code.tsx": "a receiver's own page, by the label's code",
  "q.$code_.photos.ts": "takes photos, by the label's code",
  "q.$code_.receipt[.]pdf.ts": "a receiver's own receipt, by a cookie",
  "q.sync.ts": "takes what a phone kept",
  "s.$token.tsx": "a site's own page, by a secret address",
  "t.$code.tsx": "a donor's own trace, by its code",
  "t.$code_.certificate[.]pdf.ts": "a donor's own certificate, by its code",
  "t.$code_.feed[.]xml.ts": "a donor's own feed, by its code",
};

type Visit = { path: string; params?: Record<string, string> };
const plain = (path: string): Visit[] => [{ path }];

/** Where each public page is visited. Numbers of every document are looked up, and every file is read. */
const visits: Record<string, () => Promise<Visit[]> | Visit[]> = {
  "_index.tsx": () => plain("/"),
  "widget.tsx": () => plain("/widget"),
  "privacy.tsx": () => plain("/privacy"),
  "feed[.]xml.ts": () => plain("/feed.xml"),
  "data._index.tsx": () => plain("/data"),
  "data.$file.ts": () =>
    dataTableNames.flatMap((table) =>
      dataFormats.map((format) => ({
        path: `/data/${table}.${format}`,
        params: { file: `${table}.${format}` },
      })),
    ),
  "share.$file.ts": () => [{ path: "/share/home.png", params: { file: "home.png" } }],
  "reports._index.tsx": () => plain("/reports"),
  "reports.receipts.tsx": () => plain("/reports/receipts"),
  "reports.distributions.tsx": () => plain("/reports/distributions"),
  "reports.balance.tsx": () => plain("/reports/balance"),
  "reports.$file.ts": () =>
    reportNames.flatMap((name) =>
      ["csv", "xlsx"].map((format) => ({
        path: `/reports/${name}.${format}`,
        params: { file: `${name}.${format}` },
      })),
    ),
  "find.tsx": async () => (await everyNumber()).map((q) => ({ path: `/find?q=${encodeURIComponent(q)}` })),
  "t._index.tsx": () => plain("/t"),
  "p._index.tsx": () => plain("/p"),
  "p.$organization.$issue._index.ts": async () =>
    (await editions()).map(({ organization, issue }) => ({
      path: `/p/${organization}/${issue}`,
      params: { organization, issue },
    })),
  "p.$organization.$issue.$version._index.tsx": async () =>
    (await editions()).map((params) => ({ path: `/p/x/1/${params.version}`, params })),
  "photos.public.$name.ts": async () =>
    (
      await db.execute<{ name: string }>(
        sql`select public_file as name from photos where public_file is not null`,
      )
    ).map(({ name }) => ({ path: `/photos/public/${name}`, params: { name } })),
};

const editions = async () => [
  ...(await db.execute<{ organization: string; issue: string; version: string }>(sql`
    select coalesce(o.uscc, o.id::text) as organization, p.issue::text, p.version::text
    from publications p join organizations o on o.id = p.organization_id`)),
];

async function everyNumber(): Promise<string[]> {
  const rows = await db.execute<{ number: string }>(sql`
    select number from gifts union select number from pledges union select number from payments
    union select number from deliveries union select number from hand_overs union select code from deliveries`);
  return rows.map(({ number }) => number);
}

type RouteModule = { loader?: (args: LoaderFunctionArgs) => unknown };
const modules = import.meta.glob<RouteModule>("/app/routes/*");
const files = readdirSync("app/routes").filter((file) => !file.startsWith("desk"));
const folder = mkdtempSync(join(tmpdir(), "jieli-privacy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let planted: Set<string>;
beforeAll(async () => {
  const { world, ids } = await makeBelongings();
  const officer = world.actors.fund_officer;
  await noteCase(
    world.actors.administrator,
    uuidv7(),
    NoteCase.parse({ caseId: ids.case, text: "问过司机" }),
  );
  await publishPhoto(officer, uuidv7(), { photoId: ids.photo, redactions: [] });
  planted = await plantEverywhere(officer.userId);
  // What was logged and published before says nothing of what was planted: the log begins anew.
  await emptyLog();
  await asOwner((tx) => tx.execute(sql`truncate publications, publication_files`));
  rmSync(join(settings().dataDir, "log"), { recursive: true, force: true });
  const period = PublishReport.parse({ periodFrom: "2022-03-01", periodTo: "2022-12-31" });
  await publishReport(officer, uuidv7(), period);
  await refreshPublicSummary();
}, 120_000);

test("personal data was planted wherever it can be entered", () => {
  for (const column of [
    ...["donors.name", "payees.name", "gifts.note", "pledges.note", "donor_questions.question"],
    ...[
      "deliveries.receiver_name",
      "deliveries.note",
      "sites.address",
      "sites.contact_name",
      "sites.contact_phone",
    ],
    ...["drivers.name", "drivers.phone", "vehicles.plate", "passes.number", "needs.note", "need_lines.wish"],
    ...[
      "users.name",
      "users.email",
      "consignments.donor",
      "consignments.note",
      "warehouses.address",
      "accounts.name",
    ],
    ...["case_notes.text", "cases.remark", "returns.reason", "write_offs.remark", "audit.detail"],
  ]) {
    expect.soft(planted, column).toContain(column);
  }
});

test("every page outside the desk is walked, or excused by name", () => {
  const pages = files.filter((file) => !(file in excused));
  expect(pages.sort()).toEqual(Object.keys(visits).sort());
  for (const file of Object.keys(excused)) expect.soft(files).toContain(file);
});

test("no public page or file shows any of it, in either language", async () => {
  let read = 0;
  for (const [file, where] of Object.entries(visits)) {
    for (const { path, params } of await where()) {
      // What is found under a number is the same in every language.
      for (const language of file === "find.tsx" ? ["zh-CN"] : ["zh-CN", "en"]) {
        const request = await asking(null, path);
        request.headers.set("Accept-Language", language);
        const shown = await textOf(modules[`/app/routes/${file}`]!, request, params);
        expect.soft(foundIn(shown), `${path} ${language}`).toEqual([]);
        read += shown.length;
      }
    }
  }
  expect(read).toBeGreaterThan(20_000);
}, 120_000);

test("no file of a published report shows any of it", async () => {
  const names = await db.execute<{ path: string; name: string }>(sql`
    select '/' || coalesce(o.uscc, o.id::text) || '/' || p.issue || '/' || p.version || '/' || f.name as path, f.name
    from publication_files f join publications p on p.id = f.publication_id
    join organizations o on o.id = p.organization_id`);
  expect(names.length).toBeGreaterThan(8);
  for (const { path, name } of names) {
    const file = await findPublished(path);
    const text = textOfFile(name, Buffer.from(file?.bytes ?? []));
    expect.soft(text.length, name).toBeGreaterThan(0);
    expect.soft(foundIn(text), name).toEqual([]);
  }
}, 60_000);

test("no entry, tile, checkpoint or proof of the public log shows any of it", async () => {
  const server = createServer(express().use("/log", publicLog(logOf(settings()))));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/log`;
  const text = async (path: string) => (await fetch(`${url}/${path}`)).text();
  const checkpoint = await text("checkpoint");
  const size = Number(checkpoint.split("\n")[1]);
  expect(size).toBeGreaterThan(10);
  const width = size % 256;
  const all = [
    checkpoint,
    await text("vkey"),
    ...(await Promise.all(
      Array.from({ length: Math.floor(size / 256) }, (_, n) => text(`tile/entries/00${n}`)),
    )),
    await text(`tile/entries/00${Math.floor(size / 256)}.p/${width}`),
    ...(await Promise.all(Array.from({ length: size }, (_, n) => text(`proof/${n}`)))),
  ].join("\n");
  server.closeAllConnections();
  server.close();
  expect(all).toContain('"kind"');
  expect(foundIn(all)).toEqual([]);
});

test("after destruction the database holds none of what a register held, and neither would its dump", async () => {
  const { world, delivery } = await atSiteWorld();
  const { id: register } = await openAt(world, delivery.id);
  const person = { name: "诸葛孔明", phone: "13987654321", door: "3号楼1404室" };
  await write(world, register, [household(person)]);
  const before = await db.execute<{ sealed: boolean }>(
    sql`select sealed is not null as sealed from register_rows where register_id = ${register}::uuid`,
  );
  expect(before).toMatchObject([{ sealed: true }]);
  const input = DestroySealed.parse({ reason: "响应结束", understood: true });
  await destroySealed(world.actors.administrator, uuidv7(), input);
  const held = await db.execute(
    sql`select from register_rows where register_id = ${register}::uuid and sealed is not null`,
  );
  expect(held).toHaveLength(0);
  let rows = 0;
  for await (const { table, text } of everyTable()) {
    rows += text.length;
    // Bytes stand in hexadecimal.
    for (const said of Object.values(person)) {
      expect.soft(text.includes(said), `${said} in ${table}`).toBe(false);
      expect.soft(text.includes(Buffer.from(said).toString("hex")), `${said} in ${table}`).toBe(false);
    }
  }
  expect(rows).toBeGreaterThan(100_000);
}, 60_000);

/** What a page gives to whoever asks: an answer's bytes as text, or all that its loader hands to the page. */
async function textOf(
  module: () => Promise<RouteModule>,
  request: Request,
  params: Record<string, string> = {},
): Promise<string> {
  const { loader } = await module();
  const answer = await Promise.resolve(loader?.(routeArgs(request, params))).catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Response) {
    const bytes = Buffer.from(await answer.arrayBuffer());
    const headers = JSON.stringify([...answer.headers]);
    return headers + textOfFile(new URL(request.url).pathname, bytes);
  }
  if (answer instanceof Error) throw answer;
  return (
    JSON.stringify(answer, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value)) ?? ""
  );
}

/** The words in a file, however it packs them. */
function textOfFile(name: string, bytes: Buffer): string {
  if (name.endsWith(".xlsx")) {
    const book = XLSX.read(bytes);
    return Object.values(book.Sheets)
      .map((sheet) => XLSX.utils.sheet_to_csv(sheet))
      .join("\n");
  }
  if (name.endsWith(".pdf")) {
    const path = join(folder, "file.pdf");
    writeFileSync(path, bytes);
    return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  }
  return bytes.toString("utf8");
}

/** What of it stands there, by the column it was planted in where that is still told. */
const foundIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PLANTED)].map(({ index }) => text.slice(index, index + 80))),
];
