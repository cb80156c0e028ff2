import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createHash } from "node:crypto";
import express from "express";
import { uuidv7 } from "uuidv7";
import { expect, onTestFinished, test } from "vitest";
import { todayInShanghai } from "#app/domain/dates.ts";
import { addDays } from "#app/domain/disclosures/calendar.ts";
import { receiveMoney } from "#app/domain/gifts/receive-money.server.ts";
import { ReceiveMoney } from "#app/domain/gifts/schema.ts";
import { action as correction, loader as deskPage } from "#app/routes/desk.publications.$id.tsx";
import { loader as deskList } from "#app/routes/desk.publications._index.tsx";
import { action as publish, loader as newPage } from "#app/routes/desk.publications.new.tsx";
import { loader as preview } from "#app/routes/desk.publications.preview.ts";
import { loader as issue } from "#app/routes/p.$organization.$issue._index.ts";
import { loader as publicPage } from "#app/routes/p.$organization.$issue.$version._index.tsx";
import { loader as publicList } from "#app/routes/p._index.tsx";
import { PublishedFiles, publishedFiles } from "#app/web/published-files.server.ts";
import { findPublished } from "#app/web/published-reports.server.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const may = { periodFrom: "2022-05-01", periodTo: "2022-05-31", campaignId: "" };

async function giving(): Promise<World> {
  const world = await makeWorld();
  const gift = ReceiveMoney.parse({ donor: "某公司", amount: "1060", receivedOn: "2022-05-08" });
  await receiveMoney(world.actors.fund_officer, uuidv7(), gift);
  return world;
}

const read = async (world: World, path: string) =>
  newPage(routeArgs(await asking(world.actors.fund_officer, path)));

const asked = (values: Record<string, string>) => `/desk/publications/new?${new URLSearchParams(values)}`;

async function publishMay(world: World): Promise<string> {
  const sent = await posting(world.actors.fund_officer, "/desk/publications/new", may);
  const to = (await thrownBy(publish(routeArgs(sent)))).headers.get("location") ?? "";
  expect(to).toMatch(/^\/desk\/publications\/[0-9a-f-]+\?done=published$/);
  return to.split("/").at(-1)!.split("?")[0]!;
}

async function correctWith(world: World, id: string, text: string) {
  const sent = await posting(world.actors.fund_officer, `/desk/publications/${id}`, { correction: text });
  return correction(routeArgs(sent, { id }));
}

const onPublicPage = async (organization: string, version: string) => {
  const request = await asking(null, `/p/${organization}/1/${version}`);
  return publicPage(routeArgs(request, { organization, issue: "1", version }));
};

test("the days to report are suggested: since the books began, then since the last report", async () => {
  const world = await giving();
  const yesterday = addDays(todayInShanghai(), -1);
  expect((await read(world, "/desk/publications/new")).asked).toEqual({
    periodFrom: "2022-05-08",
    periodTo: yesterday,
    campaignId: null,
  });
  await publishMay(world);
  expect((await read(world, "/desk/publications/new")).asked).toMatchObject({ periodFrom: "2022-06-01" });
});

test("before it is public, the officer sees what it will say, or why it cannot be said yet", async () => {
  const world = await giving();
  expect((await read(world, asked(may))).preview).toMatchObject({
    issue: 1,
    figures: { receipts: { moneyFen: 106_000n } },
  });
  const open = await read(world, asked({ ...may, periodTo: todayInShanghai() }));
  expect(open).toMatchObject({ preview: undefined, refusal: expect.stringContaining("还没过完") });
  const backwards = await read(world, asked({ ...may, periodTo: "2022-04-01" }));
  expect(backwards).toMatchObject({ preview: undefined, refusal: expect.stringContaining("起不晚于止") });
  const request = await asking(
    world.actors.fund_officer,
    `/desk/publications/preview?${new URLSearchParams(may)}`,
  );
  const page = await preview(routeArgs(request));
  expect(await page.text()).toContain("1,060.00");
  const list = await deskList(routeArgs(await asking(world.actors.auditor, "/desk/publications")));
  expect(list).toMatchObject({ rows: [], mayPublish: false });
});

test("anybody reads a published report; a corrected version says so and leads to the one that holds", async () => {
  const world = await giving();
  const organization = world.organizationId;
  const id = await publishMay(world);
  expect((await correctWith(world, id, " ")).data.fields).toEqual({ correction: "required" });
  const corrected = await thrownBy(correctWith(world, id, "5月8日一笔录错，已改正"));
  expect(corrected.headers.get("location")).toMatch(/\?done=corrected$/);

  const first = await onPublicPage(organization, "1");
  expect(first.publication).toMatchObject({ version: 1, latest: 2, correction: null });
  expect(first.head.facts.map(({ text }) => text)).toContain("第 1 期　第 1 版");
  const second = await onPublicPage(organization, "2");
  expect(second.publication).toMatchObject({ correction: "5月8日一笔录错，已改正" });
  expect(second.publication.versions).toHaveLength(2);
  const latest = await issue(routeArgs(await asking(null, "/p"), { organization, issue: "1" }));
  expect(latest.headers.get("location")).toBe(`/p/${organization}/1/2`);
  const { rows } = await publicList(routeArgs(await asking(null, "/p")));
  expect(rows.filter(({ code }) => code === organization)).toMatchObject([{ issue: 1, version: 2 }]);

  const again = await correctWith(world, id, "再改一次");
  expect(again).toMatchObject({ init: { status: 409 }, data: { form: expect.stringContaining("第 2 版") } });
  const old = await deskPage(routeArgs(await asking(world.actors.fund_officer, "/desk"), { id }));
  expect(old.mayCorrect).toBe(false);
});

test.each([
  ["3", "an issue that is not there"],
  ["0", "no number"],
  ["1'or 1=1", "no number either"],
])("version %s reads as not found: %s", async (version) => {
  const world = await giving();
  await publishMay(world);
  await expect(onPublicPage(world.organizationId, version)).rejects.toMatchObject({ init: { status: 404 } });
});

test("its files never change, are what their hash says, and carry what a page of another site may do", async () => {
  const world = await giving();
  await publishMay(world);
  const { publication } = await onPublicPage(world.organizationId, "1");
  const url = await serve();
  for (const { name, sha256 } of publication.files) {
    const answer = await fetch(`${url}/p/${world.organizationId}/1/1/${name}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex"), name).toBe(sha256);
    expect(answer.headers.get("cache-control"), name).toContain("immutable");
  }
  const page = await fetch(`${url}/p/${world.organizationId}/1/1/report.html`);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  const etag = page.headers.get("etag") ?? "";
  const known = await fetch(page.url, { headers: { "If-None-Match": etag } });
  expect(known.status).toBe(304);
  for (const path of ["1/2/report.html", "1/1/nothing.csv", "1/1/..%2f1%2freport.html", "01/1/report.html"]) {
    const answer = await fetch(`${url}/p/${world.organizationId}/${path}`);
    expect(answer.status, path).toBe(404);
  }
});

async function serve(): Promise<string> {
  const app = express().use("/p", publishedFiles(new PublishedFiles(), findPublished));
  const server = createServer(app).listen(0, "127.0.0.1");
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
