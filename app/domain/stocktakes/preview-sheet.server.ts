import { sql } from "drizzle-orm";
import { db } from "#db";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { locales } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { type SheetKey, sheetKeys } from "./count-sheet.ts";
import { findStocktake, type Stocktake } from "./find.server.ts";
import { getSheets } from "./get-sheet.server.ts";
import { type LotFacts, lotFacts } from "./lot-facts.server.ts";
import { parseSheet, type ReadBin, type SheetProblem } from "./parse-sheet.ts";
import { readSheet } from "./read-sheet.server.ts";

/** What a filled count sheet says, before anything is stored. */
export interface SheetPreview {
  bins: PreviewBin[];
  /** While there is one, nothing of the sheet can be stored. */
  problems: SheetProblem[];
  /** Places whose count is of no use any more, to be counted again: they are left out. */
  skipped: { bin: string; why: "changed" | "picking" }[];
}

export interface PreviewBin {
  accountId: string;
  bin: string;
  since: string;
  lots: (LotFacts & { counted: bigint })[];
  /** Lots that stand there by the books and were left blank: they count as none. */
  blank: number;
}

/** Reads a filled count sheet against its stocktake; stores nothing. Throws `unreadable_workbook`. */
export async function previewSheet(
  actor: MemberActor,
  stocktakeId: string,
  bytes: Uint8Array,
): Promise<SheetPreview> {
  const stocktake = await findStocktake(db, actor, stocktakeId);
  const [cells, sheets] = await Promise.all([readSheet(bytes), getSheets(actor, stocktake.id)]);
  const words = locales.map((locale) => messagesFor(locale).stocktakes.sheet);
  const heads = Object.fromEntries(
    sheetKeys.map((key) => [key, words.map(({ columns }) => columns[key])]),
  ) as Record<SheetKey, string[]>;
  const known = sheets.map(({ accountId, bin }) => ({
    accountId,
    names: bin === null ? words.map(({ dock }) => dock) : [bin],
  }));
  // A bin that is called like the dock is meant before the dock.
  known.sort((a, b) => b.names.length - a.names.length);
  const { bins, problems } = parseSheet(cells, known, heads);
  const lots = await knownLots(stocktake, bins);
  const unknown = bins.flatMap(({ lines }) => lines.flatMap((line) => problemWith(line, lots)));
  const now = new Map(sheets.map((sheet) => [sheet.accountId, sheet]));
  const outdated = (bin: ReadBin) => {
    const { since, pickedFor } = now.get(bin.accountId)!;
    return pickedFor !== null ? "picking" : bin.since !== since ? "changed" : null;
  };
  return {
    problems: [...problems, ...unknown].sort((a, b) => a.row - b.row),
    skipped: bins.flatMap((bin) => {
      const why = outdated(bin);
      return why === null ? [] : [{ bin: bin.bin, why }];
    }),
    bins: bins
      .filter((bin) => outdated(bin) === null)
      .map(({ accountId, bin, since, lines }) => ({
        accountId,
        bin,
        since,
        lots: lines.flatMap(({ assetId, packs, pieces }) => {
          const lot = lots.get(assetId);
          return lot ? [{ ...lot, counted: packs * (lot.packSize ?? 1n) + pieces }] : [];
        }),
        blank: now.get(accountId)!.lots.filter((lot) => !lines.some(({ assetId }) => assetId === lot.assetId))
          .length,
      })),
  };
}

async function knownLots(stocktake: Stocktake, bins: readonly ReadBin[]): Promise<Map<string, LotFacts>> {
  const written = [...new Set(bins.flatMap(({ lines }) => lines.map(({ assetId }) => assetId)))];
  const own = await db.execute<{ assetId: string }>(sql`
    select asset_id::text as "assetId" from source_lots
    where organization_id = ${stocktake.organizationId} and asset_id = any(${sql.param(written)}::bigint[])`);
  return lotFacts(
    db,
    own.map(({ assetId }) => assetId),
  );
}

function problemWith(
  { row, assetId, packs }: ReadBin["lines"][number],
  lots: Map<string, LotFacts>,
): SheetProblem[] {
  const lot = lots.get(assetId);
  if (lot === undefined) return [{ row, code: "lot_unknown", text: assetId }];
  return packs > 0n && (lot.packSize ?? 1n) <= 1n ? [{ row, code: "no_pack", text: lot.item }] : [];
}
