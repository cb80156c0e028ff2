import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { dataFile } from "#app/domain/open-data/file.server.ts";
import { atomFeed } from "#app/domain/open-data/feed.ts";
import { datasetsJson } from "#app/domain/open-data/metadata.ts";
import { type DataFormat, type DataTable, dataTableNames, dataTables } from "#app/domain/open-data/tables.ts";
import { shareCard } from "#app/domain/open-data/share-card.server.ts";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { refreshPublicSummary } from "#app/domain/reports/refresh-public-summary.server.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { giveMoney } from "#tests/support/gifts.ts";
import { record } from "#tests/support/needs.ts";
import { roadWorld } from "#tests/support/road.ts";
import { stockMasks } from "#tests/support/world.ts";

const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };

beforeAll(async () => {
  const { world } = await roadWorld();
  await giveMoney(world);
  await stockMasks(world, { quantity: "7", specification: '17,5 cm "大"' });
  await record(world, { lines: [{ wish: world.mask.name, quantity: "40", unit: "只" }] });
  await record(world, { lines: [{ wish: "给三楼王阿姨的药，电话 13812345678", quantity: "1", unit: "盒" }] });
  await refreshPublicSummary();
});

async function read(table: DataTable, format: DataFormat): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of dataFile(table, format, licence)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

interface Json {
  table: string;
  licence: string;
  columns: string[];
  rows: Record<string, string | null>[];
}
const json = async (table: DataTable): Promise<Json> => JSON.parse(await read(table, "json"));

test.each(dataTableNames)(
  "%s: CSV and JSON have the columns of the dictionary and the same rows",
  async (table) => {
    const [head = "", ...lines] = (await read(table, "csv")).replace("\ufeff", "").trimEnd().split("\r\n");
    const names = dataTables[table].map(({ name }) => name);
    const { columns, rows, ...facts } = await json(table);
    expect(head.split(",")).toEqual(names);
    expect(columns).toEqual(names);
    expect(facts).toMatchObject({ table, licence: licence.url });
    expect(rows.length).toBeGreaterThan(0);
    expect(lines).toHaveLength(rows.length);
    for (const row of rows) expect(Object.keys(row)).toEqual(names);
    for (const { name, type } of dataTables[table]) {
      const pattern = { whole: /^-?\d+$/, amount: /^-?\d+\.\d\d$/, date: /^\d{4}-\d\d-\d\d$/, moment: /Z$/ }[
        type as string
      ];
      for (const row of rows) if (pattern && row[name]) expect(row[name]).toMatch(pattern);
    }
  },
);

test("what was received adds up to the summary, to the fen; what has no value yet is empty, never nil", async () => {
  const { rows } = await json("receipts");
  const { money, goods } = await publicSummary();
  const fen = rows.reduce((sum, row) => sum + BigInt((row.value_cny ?? "0").replace(".", "")), 0n);
  expect(fen).toBe(money.receivedFen + goods.receivedFen);
  expect(rows.filter((row) => row.value_cny === null)).toMatchObject([
    { value_basis: "unvalued", quantity: "7" },
  ]);
  expect(await read("receipts", "csv")).toContain('"17,5 cm ""大"""');
});

test("needs are summed by item; a site's own words are counted and never quoted", async () => {
  const { rows } = await json("needs");
  expect(rows).toMatchObject([{ item: "医用外科口罩", wanted: "40", sites: "1" }]);
  const { needs } = await publicSummary();
  expect(needs).toMatchObject({ open: 2, otherWishes: 1 });
  expect(
    JSON.stringify(needs, (_key, value) => (typeof value === "bigint" ? `${value}` : value)),
  ).not.toContain("王阿姨");
});

test("the feed has one entry for each report and delivery, the newest first, its text escaped", () => {
  const line = {
    item: "口罩 <一次性> & 手套",
    unit: "只",
    quantity: 10n,
    packName: null,
    packSize: null,
    short: 2n,
    damaged: 0n,
  };
  const delivery = {
    number: "FF-2022-000001",
    confirmedAt: "2022-04-02T08:00:00.000Z",
    township: "三林镇",
    site: "某居委会",
    lines: [line],
  };
  const report = {
    ...{
      id: "1",
      code: "51310115MJ0000000G",
      organization: "某会",
      issue: 2,
      version: 1,
      latest: 1,
      logSize: 9n,
    },
    ...{ periodFrom: "2022-03-01", periodTo: "2022-03-31", publishedAt: new Date("2022-04-03T00:00:00Z") },
  };
  const summary = { latest: [delivery], publishers: [], computedAt: "2022-04-04T00:00:00.000Z" };
  const feed = atomFeed(summary, [report], "https://jieli.example.org", messagesFor("zh-CN"));
  expect([...feed.matchAll(/<entry><id>([^<]*)/g)].map(([, id]) => id)).toEqual([
    "https://jieli.example.org/p/51310115MJ0000000G/2/1",
    "https://jieli.example.org/find?q=FF-2022-000001#2022-04-02T08:00:00.000Z",
  ]);
  expect(feed).toContain("<updated>2022-04-03T00:00:00.000Z</updated>\n<author>");
  expect(feed).toContain("口罩 &lt;一次性&gt; &amp; 手套 10 只；少 2 只，处理中");
});

test("each table is a schema.org Dataset with its licence and both files", async () => {
  const site = "https://jieli.example.org";
  const found = datasetsJson(await publicSummary(), site, licence, messagesFor("en"));
  const graph = found["@graph"] as Record<string, unknown>[];
  expect(graph.map((dataset) => dataset["@id"])).toEqual(
    dataTableNames.map((name) => `${site}/data#${name}`),
  );
  for (const dataset of graph) {
    expect(dataset).toMatchObject({ "@type": "Dataset", license: licence.url });
    expect(String(dataset.description).length).toBeGreaterThan(50);
    expect(dataset.distribution).toHaveLength(2);
  }
});

test("the share card is a small picture of the size that chats show", async () => {
  const row = { label: "收到", amount: "3,639.19", tone: "in" as const };
  const card = await shareCard({
    title: "收到多少",
    sums: [{ title: "资金", rows: [row, row, row] }],
    foot: "某会",
  });
  expect(await sharp(card).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
  expect(card.length).toBeLessThan(100_000);
});
