import { LIMITS, WorkbookRefused } from "./refusal.ts";
import { inflateEntries, storedZip, zipEntries } from "./zip.ts";

/** What may be handed to the parser: bytes already inflated and counted, or decoded text. */
export type Container = { format: "xlsx" | "xls"; bytes: Buffer } | { format: "csv"; text: string };

const PARSED_PART = /\.(xml|rels)$/i;
const UNUSED_PART =
  /calcChain|xl\/(drawings|charts|media|pivotCache|pivotTables|embeddings|customXml|diagrams)\/|worksheets\/_rels|^(customXml|docProps)\//i;

/**
 * Checks a file before anything parses it: size, kind, password, zip bomb, number of rows.
 * @throws WorkbookRefused
 */
export function openContainer(file: Uint8Array): Container {
  if (file.length === 0) throw new WorkbookRefused("empty_file");
  if (file.length > LIMITS.fileBytes) {
    throw new WorkbookRefused("too_large", { limitMegabytes: LIMITS.fileBytes / 1024 / 1024 });
  }
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { format: "xlsx", bytes: openZip(bytes) };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { format: "xls", bytes: openOle(bytes) };
  return { format: "csv", text: openText(bytes) };
}

function startsWith(bytes: Buffer, magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function openZip(bytes: Buffer): Buffer {
  const entries = zipEntries(bytes);
  if (!entries.some((entry) => /^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name))) {
    throw new WorkbookRefused("not_a_workbook");
  }
  const parsed = entries.filter((entry) => PARSED_PART.test(entry.name) && !UNUSED_PART.test(entry.name));
  const parts = inflateEntries(bytes, parsed);
  let rows = 0;
  for (const [entry, data] of parts) {
    if (/worksheets\//i.test(entry.name)) rows += filledRowsOf(data);
    checkRows(rows);
  }
  return storedZip(parts);
}

/** Counts the rows of a worksheet part that hold a value, without parsing it. */
function filledRowsOf(xml: Buffer): number {
  const prefix = /<(\w+:)?worksheet/.exec(xml.toString("latin1", 0, 4096))?.[1] ?? "";
  const next = (tag: string, from: number) => {
    const at = xml.indexOf(`<${prefix}${tag}`, from);
    return at < 0 ? Infinity : at;
  };
  let rows = 0;
  let value = next("v", 0);
  let inline = next("is", 0);
  for (let row = next("row", 0); row < Infinity;) {
    const following = next("row", row + 4);
    if (value < row) value = next("v", row);
    if (inline < row) inline = next("is", row);
    if (Math.min(value, inline) < following) rows += 1;
    row = following;
  }
  return rows;
}

function checkRows(rows: number): void {
  if (rows > LIMITS.rows) throw new WorkbookRefused("too_many_rows", { limit: LIMITS.rows });
}

/** Stream names in an OLE file are UTF-16. */
function openOle(bytes: Buffer): Buffer {
  if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) throw new WorkbookRefused("encrypted");
  if (!bytes.includes(Buffer.from("Workbook", "utf16le"))) throw new WorkbookRefused("not_a_workbook");
  return bytes;
}

/** Comma or tab separated text in UTF-8, UTF-16 or GB 18030, as Chinese Excel writes it. */
function openText(bytes: Buffer): string {
  const text = decode(bytes);
  const lines = text.split(/\r?\n|\r/);
  checkRows(lines.filter((line) => /[^,\t;\s"]/.test(line)).length);
  const separated = lines.slice(0, 40).filter((line) => (line.match(/[,\t;]/g)?.length ?? 0) >= 2);
  if (separated.length < 2) throw new WorkbookRefused("not_a_workbook");
  return text;
}

function decode(bytes: Buffer): string {
  const utf16 = startsWith(bytes, [0xff, 0xfe]);
  if (!utf16 && bytes.includes(0)) throw new WorkbookRefused("not_a_workbook");
  for (const encoding of utf16 ? ["utf-16le"] : ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw new WorkbookRefused("not_a_workbook");
}
