import type { Cell } from "../column.ts";
import { looksLikeFormula, plainYuan } from "./csv.ts";
import { zip, type ZipEntry } from "./zip.server.ts";

/** A sheet as it is made: `title` rows stand above the heads; batches of rows follow, then the foot. */
export interface Sheet {
  name: string;
  title: readonly string[];
  heads: readonly { label: string; width: number }[];
  rows: AsyncIterable<readonly (readonly Cell[])[]>;
  foot(): readonly (readonly Cell[])[];
}

const STYLE = { plain: 0, bold: 1, title: 2, head: 3, fen: 4, whole: 5, boldFen: 6, boldWhole: 7, quoted: 8 };

/**
 * A workbook of one sheet, written row by row: memory and the event loop stay free whatever its length. Amounts are
 * numbers with two decimals that add up in Excel; text is never taken for a formula.
 */
export function xlsx(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const files: ZipEntry[] = [
    { name: "[Content_Types].xml", contents: [CONTENT_TYPES] },
    { name: "_rels/.rels", contents: [PACKAGE_RELATIONS] },
    { name: "xl/workbook.xml", contents: [workbook(sheet.name)] },
    { name: "xl/_rels/workbook.xml.rels", contents: [WORKBOOK_RELATIONS] },
    { name: "xl/styles.xml", contents: [STYLES] },
    { name: "xl/worksheets/sheet1.xml", contents: worksheet(sheet) },
  ];
  return zip(files);
}

async function* worksheet({ title, heads, rows, foot }: Sheet): AsyncGenerator<string> {
  const above = title.length + 1;
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${above}" topLeftCell="A${above + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`;
  yield heads
    .map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  yield "</cols><sheetData>";
  yield title.map((text, i) => row([textCell(text, i === 0 ? STYLE.title : STYLE.plain)])).join("");
  yield row(heads.map(({ label }) => textCell(label, STYLE.head)));
  for await (const batch of rows) yield batch.map((cells) => row(cells.map(plainCell))).join("");
  yield foot()
    .map((cells) => row(cells.map(boldCell)))
    .join("");
  yield "</sheetData></worksheet>";
}

const row = (cells: readonly string[]): string => `<row>${cells.join("")}</row>`;

function plainCell(cell: Cell): string {
  if (cell === null || cell === "") return "<c/>";
  if (typeof cell === "string") return textCell(cell, looksLikeFormula(cell) ? STYLE.quoted : STYLE.plain);
  return "fen" in cell
    ? numberCell(plainYuan(cell.fen), STYLE.fen)
    : numberCell(`${cell.whole}`, STYLE.whole);
}

function boldCell(cell: Cell): string {
  if (cell === null || cell === "") return "<c/>";
  if (typeof cell === "string") return textCell(cell, STYLE.bold);
  return "fen" in cell
    ? numberCell(plainYuan(cell.fen), STYLE.boldFen)
    : numberCell(`${cell.whole}`, STYLE.boldWhole);
}

const numberCell = (number: string, style: number): string => `<c s="${style}"><v>${number}</v></c>`;

const textCell = (text: string, style: number): string =>
  `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Control characters may not stand in XML at all. Most text needs nothing done to it. */
function escaped(text: string): string {
  if (!/[&<>\p{Cc}\ufffe\uffff]/u.test(text)) return text;
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;
const PACKAGE_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

/** A sheet's name may hold 31 characters, and none of []:*?/\. */
const workbook = (name: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** In the order of STYLE. Number format 4 is "#,##0.00", 3 is "#,##0". */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/></font><font><b/><sz val="11"/></font><font><b/><sz val="16"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F0F0"/></patternFill></fill></fills><borders count="2"><border/><border><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="9"><xf/><xf fontId="1" applyFont="1"/><xf fontId="2" applyFont="1"/><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="4" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="3" fontId="1" applyNumberFormat="1" applyFont="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>`;
