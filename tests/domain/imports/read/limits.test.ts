import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import * as XLSX from "xlsx";
import { WorkbookRefused, type RefusalCode } from "#app/domain/imports/read/refusal.ts";
import { readWorkbook } from "#app/domain/imports/read/workbook.ts";
import { ofKind, xlsxOf } from "./sheets.ts";

const MEGABYTE = 1024 * 1024;
const gifts = [
  ["日期", "捐赠单位", "接收机构", "金额（元）"],
  ["2022-03-14", "甲", "示例基金会", 100],
  ["3月15日", "乙", "示例基金会", "1,200元"],
];

function refusalOf(bytes: Uint8Array): RefusalCode | "read" {
  try {
    readWorkbook(bytes);
    return "read";
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.code;
    throw error;
  }
}

interface Part {
  name: string;
  data: Buffer;
  /** What the zip says the size is, when it lies. */
  declared?: number;
}

/** A deflated zip that may lie about its sizes. */
function zipOf(parts: Part[], flags = 0): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, declared = data.length } of parts) {
    const packed = deflateRawSync(data, { level: 9 });
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(declared, 18);
    shared.writeUInt16LE(name.length, 22);
    chunks.push(Buffer.from("PK\x03\x04"), shared, Buffer.from(name), packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), shared, tail, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, chunk) => sum + chunk.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

test("a zip bomb is refused by what it declares", () => {
  const parts = Array.from({ length: 3 }, (_, index) => ({
    name: `xl/worksheets/sheet${index}.xml`,
    data: Buffer.alloc(90 * MEGABYTE, "<"),
  }));
  const bomb = zipOf(parts);
  expect(bomb.length).toBeLessThan(MEGABYTE);
  expect(refusalOf(bomb)).toBe("zip_bomb");
});

test("a zip bomb that declares a small size is refused while inflating, without its memory", () => {
  const bomb = zipOf([
    { name: "xl/worksheets/sheet1.xml", data: Buffer.alloc(90 * MEGABYTE, "<"), declared: 1000 },
  ]);
  const before = process.memoryUsage().rss;
  expect(refusalOf(bomb)).toBe("zip_bomb");
  expect(process.memoryUsage().rss - before).toBeLessThan(60 * MEGABYTE);
});

test("protected files are told apart: by Excel's own encryption and by a zip password", () => {
  const ole = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(1024),
    Buffer.from("EncryptedPackage", "utf16le"),
    Buffer.alloc(1024),
  ]);
  expect(refusalOf(ole)).toBe("encrypted");
  expect(refusalOf(zipOf([{ name: "xl/worksheets/sheet1.xml", data: Buffer.from("<a/>") }], 1))).toBe(
    "encrypted",
  );
});

test("files that are no workbooks, empty, cut off or too large", () => {
  const workbook = xlsxOf({ rows: gifts });
  expect(refusalOf(new Uint8Array())).toBe("empty_file");
  expect(refusalOf(Buffer.from("这不是工作簿"))).toBe("not_a_workbook");
  expect(refusalOf(Buffer.from("%PDF-1.7\n1,2,3\n4,5,6\0"))).toBe("not_a_workbook");
  expect(refusalOf(zipOf([{ name: "word/document.xml", data: Buffer.from("<a/>") }]))).toBe("not_a_workbook");
  expect(refusalOf(Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2048)]))).toBe(
    "not_a_workbook",
  );
  expect(refusalOf(workbook.subarray(0, workbook.length / 2))).toBe("damaged");
  expect(refusalOf(zipOf([{ name: "xl/worksheets/sheet1.xml", data: Buffer.from("<worksheet/>") }]))).toBe(
    "damaged",
  );
  expect(refusalOf(Buffer.concat([workbook, Buffer.alloc(10 * MEGABYTE + 1 - workbook.length)]))).toBe(
    "too_large",
  );
});

test("50,000 rows are the most, in all sheets together", () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => [index, "a"]);
  expect(refusalOf(xlsxOf({ rows: rows(50_001) }))).toBe("too_many_rows");
  expect(refusalOf(xlsxOf({ rows: rows(25_001) }, { rows: rows(25_000) }))).toBe("too_many_rows");
  expect(refusalOf(xlsxOf({ rows: rows(50_000) }))).toBe("read");
  expect(refusalOf(Buffer.from("a,b,c\n".repeat(50_001)))).toBe("too_many_rows");
});

test("a merge or a lone cell at the far end of the sheet is read like any other", () => {
  const sheet = XLSX.utils.aoa_to_sheet(gifts);
  sheet["!merges"] = [XLSX.utils.decode_range("B2:B1048576"), XLSX.utils.decode_range("A1:XFD1048576")];
  sheet["A1048576"] = { t: "s", v: "完" };
  sheet["!ref"] = "A1:D1048576";
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, sheet, "捐款");
  const file = XLSX.write(workbook, { type: "buffer", bookType: "xlsx" });
  expect(refusalOf(file)).toBe("read");
});

test.each([
  ["xls", () => XLSX.write(bookOf(), { type: "buffer", bookType: "biff8" })],
  ["csv in UTF-8", () => Buffer.from(csv)],
  ["csv in UTF-8 with a mark", () => Buffer.from(`\ufeff${csv}`)],
  ["csv in GBK", () => gbk],
])("%s of the same shape is read", (_, file) => {
  const money = ofKind(readWorkbook(file()).sheets[0], "money_gifts");
  expect(money.rows.map((row) => [row.date, row.amountFen])).toEqual([
    ["2022-03-14", 10_000n],
    ["2022-03-15", 120_000n],
  ]);
});

function bookOf(): XLSX.WorkBook {
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(gifts), "捐款");
  return workbook;
}

const csv =
  '日期,捐赠单位,接收机构,金额（元）\n2022-03-14,甲,示例基金会,100\n3月15日,乙,示例基金会,"1,200元"\n';
// The same text in GB 18030, for which Node has a decoder only.
const gbk = Buffer.from(
  "c8d5c6da2cbee8d4f9b5a5cebb2cbdd3cad5bbfab9b92cbdf0b6eea3a8d4aaa3a90a323032322d30332d31342cbcd72ccabec0fdbbf9bdf0bbe12c3130300a33d4c23135c8d52cd2d22ccabec0fdbbf9bdf0bbe12c22312c323030d4aa220a",
  "hex",
);
