import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { caseLots, cases, type Tx } from "#db";
import type { CaseKind, DifferenceReason } from "#db/vocabulary";
import { civilDate } from "../dates.ts";
import { insertRows } from "../insert-rows.server.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { caseDueOn } from "./deadline.ts";
import type { TwoReports } from "./report.ts";
import { tellOpened } from "./tell.server.ts";

/** A part of a lot that stands in the dispute account. Base units and fen. */
export interface DisputedLot {
  asset: bigint;
  quantity: bigint;
  valueFen: bigint;
}

/**
 * What a case is opened about: one kind of difference of one line of a delivery or of a transfer, or a second report
 * about the whole delivery.
 */
export interface Opening {
  organizationId: string;
  responseId: string;
  /** Null where it is a transfer's. */
  deliveryId: string | null;
  transferId?: string | null;
  kind: CaseKind;
  lineN: number | null;
  /** Base units that differ; null for a second report. */
  quantity: bigint | null;
  reason: DifferenceReason | null;
  remark: string | null;
  report: TwoReports | null;
  lots: readonly DisputedLot[];
  /** Of a case that is split off another: whose it is and by when it is to be settled. */
  ownerId?: string | null;
  dueOn?: string;
}

/**
 * Opens cases, any number at once, each with its number, its deadline and the lots that wait for its decision, and tells
 * the desk. Call it after `post`, like everybody who opens cases: their counter is the last row locked.
 */
export async function openCases(
  tx: Tx,
  openings: readonly Opening[],
  now: Date,
): Promise<{ id: string; number: string }[]> {
  if (openings.length === 0) return [];
  const on = civilDate(now);
  const items = await itemsOf(tx, openings);
  const numbers = await numberDocuments(
    tx,
    "case",
    openings.map(({ organizationId }) => ({ organizationId, on })),
  );
  const opened = openings.map(({ lots, ...opening }, i) => ({
    row: {
      ...opening,
      id: uuidv7(),
      number: numbers[i]!,
      itemId: items.get(`${opening.deliveryId ?? opening.transferId}/${opening.lineN}`) ?? null,
      dueOn: opening.dueOn ?? caseDueOn(now),
    },
    lots: lots.map(({ asset, ...lot }) => ({ ...lot, assetId: asset })),
  }));
  await insertRows(
    tx,
    cases,
    opened.map(({ row }) => row),
  );
  await insertRows(
    tx,
    caseLots,
    opened.flatMap(({ row, lots }) => lots.map((lot) => ({ ...lot, caseId: row.id }))),
  );
  const made = opened.map(({ row: { id, number } }) => ({ id, number }));
  await tellOpened(
    tx,
    made.map(({ id }) => id),
  );
  return made;
}

/** The item of each line a case is about, by "delivery/line" or "transfer/line". */
async function itemsOf(tx: Tx, openings: readonly Opening[]): Promise<Map<string, string>> {
  const ids = [...new Set(openings.map(({ deliveryId, transferId }) => deliveryId ?? transferId))];
  const lines = await tx.execute<{ line: string; itemId: string }>(sql`
    select delivery_id || '/' || n as line, item_id as "itemId" from delivery_lines
    where delivery_id = any(${sql.param(ids)}::uuid[])
    union all
    select line.transfer_id || '/' || line.n, lot.item_id
    from transfer_lines line join source_lots lot on lot.asset_id = line.asset_id
    where line.transfer_id = any(${sql.param(ids)}::uuid[])`);
  return new Map(lines.map(({ line, itemId }) => [line, itemId]));
}
