import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, test } from "vitest";
import * as XLSX from "xlsx";
import { getPublication } from "#app/domain/publications/get.server.ts";
import { getPublishedFile } from "#app/domain/publications/get-file.server.ts";
import { publishReport } from "#app/domain/publications/publish.server.ts";
import { replayCase2022 } from "#tests/support/case-2022.ts";
import { makeWorld } from "#tests/support/world.ts";

/** The published figures of 2022, in fen. */
const published = {
  moneyReceived: 3_639_190_000n,
  moneySpent: 2_297_560_000n,
  moneyLeft: 1_341_630_000n,
  goodsReceived: 2_107_970_000n,
  goodsHandedOut: 2_105_020_000n,
  goodsLeft: 2_950_000n,
};

let code = "";
const files = new Map<string, Buffer>();

beforeAll(async () => {
  const world = await makeWorld();
  const officer = await replayCase2022(world);
  const period = { periodFrom: "2022-03-01", periodTo: "2022-06-30", campaignId: null };
  const { issue, version } = await publishReport(officer, uuidv7(), period);
  code = world.organizationId;
  const publication = await getPublication(code, issue);
  if (process.env.KEEP_FILES)
    (await import("node:fs")).mkdirSync(process.env.KEEP_FILES, { recursive: true });
  for (const { name } of publication.files) {
    const file = await getPublishedFile({ organization: code, issue, version }, name);
    files.set(name, file!.bytes);
    if (process.env.KEEP_FILES) writeFileSync(join(process.env.KEEP_FILES, name), file!.bytes);
  }
}, 120_000);

const text = (name: string) =>
  files
    .get(name)!
    .toString("utf8")
    .replace(/^\ufeff/, "");

/** Yuan with two decimals, as files write it, in fen. */
function fen(yuan: string): bigint {
  const [, sign = "", whole = "", part = ""] = /^([-−]?)([\d,]+)\.(\d\d)$/.exec(yuan) ?? [];
  if (whole === "") throw new Error(`no amount: ${yuan}`);
  return BigInt(`${sign === "" ? "" : "-"}${whole.replaceAll(",", "")}${part}`);
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

function tableOf(csv: string, head: string): Record<string, string>[] {
  const rows = XLSX.utils.sheet_to_json<string[]>(
    XLSX.read(csv, { type: "string", raw: true }).Sheets.Sheet1!,
    { header: 1, raw: true, defval: "" },
  );
  return rowsUnder(
    rows.map((row) => row.map(String)),
    head,
  );
}

/** The lines between the row of heads and the totals. */
function rowsUnder(rows: string[][], head: string): Record<string, string>[] {
  const at = rows.findIndex((row) => row.includes(head));
  const heads = rows[at] ?? [];
  const end = rows.findIndex((row, i) => i > at && /合计$/.test(row[0] ?? ""));
  return rows
    .slice(at + 1, end === -1 ? undefined : end)
    .map((row) => Object.fromEntries(heads.map((label, i) => [label, row[i] ?? ""])));
}

const VALUE = "折价金额（元）";
const valued = (rows: Record<string, string>[], label = VALUE) =>
  rows.map((row) => row[label] ?? "").filter((value) => /\d/.test(value) && !value.includes("待确认"));

test("the figures are the published ones, and every file is what its hash says", async () => {
  const { figures, files: listed } = await getPublication(code, 1);
  const { receipts, distributions, balance } = figures;
  expect({
    moneyReceived: receipts.moneyFen,
    moneySpent: distributions.moneyFen,
    moneyLeft: balance.moneyTotal.closing,
    goodsReceived: receipts.goodsFen,
    goodsHandedOut: distributions.goodsFen,
    goodsLeft: balance.goodsTotal.closing,
  }).toEqual(published);
  expect(sum(figures.donors.map(({ moneyFen, goodsFen }) => moneyFen + goodsFen))).toBe(
    published.moneyReceived + published.goodsReceived,
  );
  expect(sum(figures.townships.map(({ valueFen }) => valueFen))).toBe(
    published.moneySpent + published.goodsHandedOut,
  );
  for (const { name, sha256 } of listed) {
    expect(createHash("sha256").update(files.get(name)!).digest("hex"), name).toBe(sha256);
  }
  expect(listed.map(({ name }) => name).sort()).toEqual([
    "balance.csv",
    "distributions.csv",
    "epcis.jsonld",
    "figures.json",
    "hxl-distributions.csv",
    "hxl-receipts.csv",
    "hxl-stock.csv",
    "iati.xml",
    "receipts.csv",
    "report.html",
    "report.pdf",
    "report.xlsx",
  ]);
});

describe("each file adds up to the fen", () => {
  test("CSV", () => {
    const receipts = tableOf(text("receipts.csv"), VALUE);
    const money = receipts.filter((row) => row["类别"] === "资金");
    const goods = receipts.filter((row) => row["类别"] === "物资");
    expect(sum(valued(money).map(fen))).toBe(published.moneyReceived);
    expect(sum(valued(goods).map(fen))).toBe(published.goodsReceived);
    const given = tableOf(text("distributions.csv"), VALUE);
    expect(sum(valued(given).map(fen))).toBe(published.moneySpent + published.goodsHandedOut);
    const left = tableOf(text("balance.csv"), "期末结存（元）");
    expect(sum(valued(left, "期末结存（元）").map(fen))).toBe(published.moneyLeft + published.goodsLeft);
  });

  test("XLSX, as numbers", () => {
    const book = XLSX.read(files.get("report.xlsx")!);
    expect(book.SheetNames).toEqual([
      "捐赠款物接收公示表",
      "捐赠款物分配使用公示表",
      "收支结存汇总表",
      "hxl-receipts",
      "hxl-distributions",
      "hxl-stock",
    ]);
    const columnSum = (sheet: string, label: string) => {
      const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[sheet]!, {
        header: 1,
        raw: true,
        defval: "",
      });
      const at = rows.findIndex((row) => row.includes(label));
      const column = rows[at]!.indexOf(label);
      const end = rows.findIndex((row, i) => i > at && /合计$/.test(String(row[0])));
      return sum(
        rows
          .slice(at + 1, end === -1 ? undefined : end)
          .map((row) => row[column])
          .filter((value): value is number => typeof value === "number")
          .map((value) => BigInt(Math.round(value * 100))),
      );
    };
    expect(columnSum("捐赠款物接收公示表", VALUE)).toBe(published.moneyReceived + published.goodsReceived);
    expect(columnSum("捐赠款物分配使用公示表", VALUE)).toBe(published.moneySpent + published.goodsHandedOut);
    expect(columnSum("收支结存汇总表", "期末结存（元）")).toBe(published.moneyLeft + published.goodsLeft);
    expect(columnSum("hxl-receipts", "#value+incoming+c_cny")).toBe(
      published.moneyReceived + published.goodsReceived,
    );
  });

  test("HXL: hashtags right under the heads", () => {
    for (const name of ["hxl-receipts.csv", "hxl-distributions.csv", "hxl-stock.csv"]) {
      const tags = text(name).split("\r\n")[1]!.split(",");
      for (const tag of tags) expect(tag).toMatch(/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/);
    }
    const value = (name: string, tag: string) => sum(valued(tableOf(text(name), tag), tag).map(fen));
    expect(value("hxl-receipts.csv", "#value+incoming+c_cny")).toBe(
      published.moneyReceived + published.goodsReceived,
    );
    expect(value("hxl-distributions.csv", "#value+outgoing+c_cny")).toBe(
      published.moneySpent + published.goodsHandedOut,
    );
    expect(value("hxl-stock.csv", "#value+c_cny")).toBe(published.moneyLeft + published.goodsLeft);
  });

  test("IATI 2.03, valid against the official schema", () => {
    withFile("iati.xml", (path) => {
      execFileSync("xmllint", [
        "--noout",
        "--nonet",
        "--schema",
        "tests/support/schemas/iati-activities-schema.xsd",
        path,
      ]);
    });
    const amounts = { 1: 0n, 3: 0n, 4: 0n };
    for (const [, type, amount] of text("iati.xml").matchAll(
      /<transaction-type code="(\d)" \/>[\s\S]*?<value [^>]*>(-?[\d.]+)<\/value>/g,
    )) {
      amounts[Number(type) as 1 | 3 | 4] += fen(amount!);
    }
    expect(amounts[1]).toBe(published.moneyReceived + published.goodsReceived);
    expect(amounts[3] + amounts[4]).toBe(published.moneySpent + published.goodsHandedOut);
  });

  test("EPCIS 2.0, valid against the official schema, with every unit that came and went", () => {
    const schema = JSON.parse(readFileSync("tests/support/schemas/EPCIS-JSON-Schema.json", "utf8"));
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const document = JSON.parse(text("epcis.jsonld"));
    const validate = ajv.compile(schema);
    expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    const events: { bizStep: string; quantityList: { quantity: number }[] }[] = document.epcisBody.eventList;
    const units = (bizStep: string) =>
      events
        .filter((event) => event.bizStep === bizStep)
        .reduce((total, event) => total + event.quantityList[0]!.quantity, 0);
    const column = (name: string, tag: string) =>
      tableOf(text(name), tag).reduce((total, row) => total + Number(row[tag] || 0), 0);
    expect(units("commissioning")).toBe(column("hxl-receipts.csv", "#item+received+num"));
    expect(units("shipping") - units("void_shipping")).toBe(
      column("hxl-distributions.csv", "#item+dispatched+num"),
    );
  });

  test("PDF: the totals it prints, and as many lines as the tables", () => {
    const pdf = withFile("report.pdf", (path) =>
      execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 }),
    );
    for (const total of [
      "36,391,900.00",
      "21,079,700.00",
      "22,975,600.00",
      "21,050,200.00",
      "13,416,300.00",
    ]) {
      expect(pdf).toContain(total);
    }
    const numbers = (prefix: string) => new Set(pdf.match(new RegExp(`${prefix}-2022-\\d{6}`, "g")));
    const inFile = (name: string, prefix: string) =>
      new Set(text(name).match(new RegExp(`${prefix}-2022-\\d{6}`, "g")));
    expect(numbers("SZ").size).toBe(inFile("receipts.csv", "SZ").size);
    expect(numbers("FF").size).toBe(inFile("distributions.csv", "FF").size);
  });

  test("JSON and the page", () => {
    const { receipts, distributions } = JSON.parse(text("figures.json"));
    expect(receipts).toMatchObject({ moneyFen: "3639190000", goodsFen: "2107970000", unvaluedRows: 6 });
    expect(distributions).toMatchObject({ moneyFen: "2297560000", goodsFen: "2105020000" });
    for (const total of ["36,391,900.00", "21,079,700.00", "22,975,600.00", "21,050,200.00"]) {
      expect(text("report.html")).toContain(total);
    }
  });
});

function withFile<Result>(name: string, work: (path: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "publication-"));
  try {
    const path = join(folder, name);
    writeFileSync(path, files.get(name)!);
    return work(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
