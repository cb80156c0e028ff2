import { parseQuantity } from "../quantity.ts";
import { type SheetKey, sheetKeys } from "./count-sheet.ts";

/** A place of the stocktake, by the names a sheet may give it. */
export interface KnownBin {
  accountId: string;
  names: readonly string[];
}

export interface ReadLine {
  /** As the spreadsheet numbers it. */
  row: number;
  assetId: string;
  packs: bigint;
  pieces: bigint;
}

/** A place as the sheet says it was counted. */
export interface ReadBin {
  accountId: string;
  bin: string;
  row: number;
  since: string;
  lines: ReadLine[];
}

export type SheetProblemCode =
  | "no_head"
  | "nothing_counted"
  | "bin_unknown"
  | "lot_unknown"
  | "lot_twice"
  | "no_pack"
  | "not_whole"
  | "bad_since";

/** What is wrong with a row, by a key of the dictionary; `row` 0 is the whole sheet. */
export interface SheetProblem {
  row: number;
  code: SheetProblemCode;
  text: string;
}

/**
 * Reads the cells of a filled count sheet. A place in which nothing is filled in was not counted; in one that was,
 * rows left blank say that the lot was not there. `heads` are the words a column may be called by.
 */
export function parseSheet(
  rows: readonly (readonly string[])[],
  bins: readonly KnownBin[],
  heads: Readonly<Record<SheetKey, readonly string[]>>,
): { bins: ReadBin[]; problems: SheetProblem[] } {
  const head = findHead(rows, heads);
  if (head === undefined) return { bins: [], problems: [{ row: 0, code: "no_head", text: "" }] };
  const byName = new Map(bins.flatMap(({ accountId, names }) => names.map((name) => [name, accountId])));
  const problems: SheetProblem[] = [];
  const counted = new Map<string, ReadBin>();
  const since = new Map<string, string>();
  rows.forEach((cells, index) => {
    if (index <= head.row) return;
    const cell = (key: SheetKey) => (cells[head.columns[key]] ?? "").trim();
    // A lot that was found and added by hand has no check code: the other rows of its place do.
    if (cell("since") !== "") since.set(cell("bin"), cell("since"));
    readRow(index + 1, cell, byName, counted, problems);
  });
  const places = [...counted.values()].map((place) => ({ ...place, since: since.get(place.bin) ?? "" }));
  for (const { row, bin, since: code } of places) {
    if (!isCheckCode(code)) problems.push({ row, code: "bad_since", text: bin });
  }
  if (places.length === 0 && problems.length === 0) {
    problems.push({ row: 0, code: "nothing_counted", text: "" });
  }
  return { bins: places, problems };
}

const isCheckCode = (text: string): boolean => /^\d{1,18}x\d{1,18}$/.test(text);

function findHead(
  rows: readonly (readonly string[])[],
  heads: Readonly<Record<SheetKey, readonly string[]>>,
) {
  for (const [row, cells] of rows.slice(0, 20).entries()) {
    const columns = Object.fromEntries(
      sheetKeys.map((key) => [key, cells.findIndex((cell) => heads[key].includes(cell.trim()))]),
    ) as Record<SheetKey, number>;
    if (sheetKeys.every((key) => columns[key] >= 0)) return { row, columns };
  }
  return undefined;
}

function readRow(
  row: number,
  cell: (key: SheetKey) => string,
  byName: ReadonlyMap<string, string>,
  counted: Map<string, ReadBin>,
  problems: SheetProblem[],
): void {
  if (cell("packs") === "" && cell("pieces") === "") return;
  const refused = (code: SheetProblem["code"], text: string) => void problems.push({ row, code, text });
  const bin = cell("bin");
  const accountId = byName.get(bin);
  if (accountId === undefined) return refused("bin_unknown", bin);
  const place = counted.get(accountId) ?? { accountId, bin, row, since: "", lines: [] };
  counted.set(accountId, place);
  const packs = wholeIn(cell("packs"));
  const pieces = wholeIn(cell("pieces"));
  if (packs === undefined) return refused("not_whole", cell("packs"));
  if (pieces === undefined) return refused("not_whole", cell("pieces"));
  const assetId = cell("assetId");
  // The empty row of a place where there should be nothing, and there was nothing.
  if (assetId === "" && (packs ?? 0n) + (pieces ?? 0n) === 0n) return;
  if (!/^\d{1,18}$/.test(assetId)) return refused("lot_unknown", assetId);
  const twice = place.lines.find((line) => line.assetId === assetId);
  if (twice) return refused("lot_twice", `${twice.row}`);
  place.lines.push({ row, assetId, packs: packs ?? 0n, pieces: pieces ?? 0n });
}

/** Null when blank, undefined when it is no whole number. */
function wholeIn(text: string): bigint | null | undefined {
  if (text === "") return null;
  const verdict = parseQuantity(text);
  return verdict.ok ? verdict.quantity : undefined;
}
