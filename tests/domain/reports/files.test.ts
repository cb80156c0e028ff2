import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import XLSX from "xlsx";
import { everything } from "#app/domain/reports/filter.ts";
import { csvLine } from "#app/domain/reports/files/csv.ts";
import { type FileFormat, reportFile } from "#app/domain/reports/files/report-file.server.ts";
import { xlsx } from "#app/domain/reports/files/xlsx.server.ts";
import { listDistributions } from "#app/domain/reports/distributions.server.ts";
import { listReceipts } from "#app/domain/reports/receipts.server.ts";
import { balanceSheet } from "#app/domain/reports/balance-sheet.server.ts";
import type { ReportName } from "#app/domain/reports/report-head.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";
import { give, pack, pay, send, signFor } from "./story.ts";

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function fileOf(
  name: ReportName,
  format: FileFormat,
  locale: "zh-CN" | "en" = "zh-CN",
): Promise<Buffer> {
  return bytesOf((await reportFile(name, format, everything, locale)).bytes);
}

/** The sheet as rows of values: numbers are numbers. */
function rowsOf(bytes: Buffer): (string | number | null)[][] {
  const book = XLSX.read(bytes, { type: "buffer" });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  if (!sheet) throw new Error("no sheet");
  return XLSX.utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, defval: null, raw: true });
}

/** Whole fen of a column below its head, without the rows of totals. */
function sumOfColumn(rows: (string | number | null)[][], head: string, kind: string[], of: string): bigint {
  const at = rows.findIndex((row) => row.includes(head));
  const heads = rows[at] ?? [];
  const column = heads.indexOf(head);
  const kindAt = heads.indexOf(of);
  return rows
    .slice(at + 1)
    .filter((row) => typeof row[0] === "number" && kind.includes(String(row[kindAt])))
    .reduce((sum, row) => sum + BigInt(Math.round(Number(row[column] ?? 0) * 100) || 0), 0n);
}

async function story() {
  const world = await makeWorld();
  await give(world, "1234567.89", { donor: "=HYPERLINK(公司)" });
  const slip = await give(world, "0.01");
  await reverseEntry(world.actors.fund_officer, uuidv7(), { entryId: slip.entryId, reason: "记错" });
  await pay(world, "0.99");
  await stockMasks(
    world,
    { quantity: "3", value: "10.01", specification: '+1,"大"' },
    { quantity: "5", valueBasis: "unvalued" },
  );
  const made = await pack(world, "2");
  await send(world, made.id);
  await signFor(made);
  return world;
}

test("the workbook of receipts adds up to the page, to the fen", async () => {
  await story();
  const { totals } = await listReceipts(everything);
  const rows = rowsOf(await fileOf("receipts", "xlsx"));
  expect(rows[0]?.[0]).toBe("捐赠款物接收公示表");
  expect(rows.flat()).toContain("如有不一致，以“慈善中国”公示为准。");
  expect(sumOfColumn(rows, "折价金额（元）", ["资金"], "类别")).toBe(totals.moneyFen);
  const valued = rows.map((row) => row.map((cell) => (cell === "价值待确认" ? 0 : cell)));
  expect(sumOfColumn(valued, "折价金额（元）", ["物资"], "类别")).toBe(totals.goodsFen);
  const total = rows.find((row) => row[0] === "资金合计");
  expect(total?.filter((cell) => typeof cell === "number")).toEqual([Number(totals.moneyFen) / 100]);
});

test("the workbook of distributions adds up to the page, in English too", async () => {
  await story();
  const { totals } = await listDistributions(everything);
  const rows = rowsOf(await fileOf("distributions", "xlsx", "en"));
  expect(rows[0]?.[0]).toBe("Goods handed out and money spent");
  expect(sumOfColumn(rows, "Value (yuan)", ["purchase", "grant"], "Item")).toBe(totals.moneyFen);
  expect(sumOfColumn(rows, "Value (yuan)", ["医用外科口罩"], "Item")).toBe(totals.goodsFen);
});

test("the balance sheet's file is the sheet", async () => {
  await story();
  const sheet = await balanceSheet({ from: null, to: null });
  const rows = rowsOf(await fileOf("balance", "xlsx"));
  const total = rows.find((row) => row[0] === "物资合计");
  expect(total?.slice(-5)).toEqual(
    [
      sheet.goodsTotal.opening,
      sheet.goodsTotal.received,
      sheet.goodsTotal.out,
      sheet.goodsTotal.lost,
      sheet.goodsTotal.closing,
    ].map((fen) => Number(fen) / 100),
  );
});

test("a CSV opens in Excel as Chinese, keeps numbers numbers and runs no formula", async () => {
  await story();
  const bytes = await fileOf("receipts", "csv");
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString("utf8");
  expect(text).toContain("1234567.89");
  expect(text).toContain("-0.01");
  expect(text).toContain(`"'+1,""大"""`);
  expect(csvLine(["=1+1", "+2", "-3", "@a", "\tb", "正常", { fen: -50n }, { whole: 7n }, null])).toBe(
    "'=1+1,'+2,'-3,'@a,'\tb,正常,-0.50,7,\r\n",
  );
  const book = XLSX.read(text.slice(1), { type: "string" });
  expect(JSON.stringify(book.Sheets)).not.toContain('"f":');
});

test("text in a workbook is text, whatever it looks like, and ten thousand rows are read back whole", async () => {
  async function* rows() {
    for (let batch = 0; batch < 10; batch += 1) {
      yield Array.from({ length: 1000 }, (_, i) => [
        "=1+1",
        `<&>"\u0001`,
        { fen: BigInt(batch * 1000 + i) },
        null,
        { whole: 10n ** 12n },
      ]);
    }
  }
  const heads = ["a", "b", "c", "d", "e"].map((label) => ({ label, width: 10 }));
  const bytes = await bytesOf(
    xlsx({ name: "a/b", title: ["标题"], heads, rows: rows(), foot: () => [["合计"]] }),
  );
  const sheet = XLSX.read(bytes, { type: "buffer", cellFormula: true }).Sheets["a b"];
  expect(sheet?.A3).toMatchObject({ t: "s", v: "=1+1" });
  expect(sheet?.A3?.f).toBeUndefined();
  expect(sheet?.B3?.v).toBe('<&>"');
  expect(sheet?.E3?.v).toBe(1e12);
  expect(sheet?.C10002).toMatchObject({ t: "n", v: 99.99 });
});
