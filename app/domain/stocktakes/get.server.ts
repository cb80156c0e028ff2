import { sql } from "drizzle-orm";
import { db } from "#db";
import type { StocktakeKind, StocktakeStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { findStocktake, type Stocktake } from "./find.server.ts";
import { partIn } from "./part.server.ts";

/** A stocktake and how far it has come. */
export interface StocktakeProgress extends Head {
  places: Place[];
  /** How many places were counted, of all. */
  counted: number;
  /** Counts so far, repeated ones too: what `stocktake.approve` takes as `rounds`. */
  rounds: number;
  /** Lines that differ; null for those who may not see them yet. */
  differences: number | null;
  /** Whoever asks counted one of its places. */
  counter: boolean;
}

export interface Place {
  accountId: string;
  /** The bin's name; null is the dock. */
  bin: string | null;
  zone: string | null;
  rounds: number;
  countedBy: string | null;
  countedAt: Date | null;
  /** The delivery whose goods are being taken from here right now. */
  pickedFor: string | null;
  /** What was counted differs from the books; null for those who may not see it yet. */
  differs: boolean | null;
}

/** One stocktake within reach, with each of its places: not counted yet, counted, being picked. */
export async function getStocktake(actor: MemberActor, id: string): Promise<StocktakeProgress> {
  const stocktake = await findStocktake(db, actor, id);
  const [head, part, rows] = await Promise.all([
    headOf(stocktake),
    partIn(db, actor, stocktake),
    placesOf(stocktake),
  ]);
  const places = rows.map(({ lines, countedAt, ...place }): Place => ({
    ...place,
    countedAt: instant(countedAt),
    differs: part.seesDifferences ? lines > 0 : null,
  }));
  return {
    ...head,
    places,
    counted: places.filter(({ rounds }) => rounds > 0).length,
    rounds: places.reduce((sum, place) => sum + place.rounds, 0),
    differences: part.seesDifferences ? rows.reduce((sum, { lines }) => sum + lines, 0) : null,
    counter: part.counter,
  };
}

interface Head {
  id: string;
  number: string;
  warehouseId: string;
  warehouse: string;
  organization: string;
  kind: StocktakeKind;
  blind: boolean;
  status: StocktakeStatus;
  note: string | null;
  createdAt: Date;
  createdBy: string | null;
  approvedAt: Date | null;
  approvedBy: string | null;
  overrideReason: string | null;
  cancelledReason: string | null;
  entryId: string | null;
}

async function headOf({ id }: Stocktake): Promise<Head> {
  const [row] = await db.execute<
    Omit<Head, "createdAt" | "approvedAt"> & { createdAt: string; approvedAt: string | null }
  >(sql`
    select s.id, s.number, s.warehouse_id as "warehouseId", w.name as warehouse, o.name as organization, s.kind,
           s.blind, s.status, s.note, s.created_at::text as "createdAt", maker.name as "createdBy",
           s.approved_at::text as "approvedAt", approver.name as "approvedBy",
           s.override_reason as "overrideReason", s.cancelled_reason as "cancelledReason", s.entry_id as "entryId"
    from stocktakes s
    join warehouses w on w.id = s.warehouse_id
    join organizations o on o.id = s.organization_id
    left join users maker on maker.id = s.created_by
    left join users approver on approver.id = s.approved_by
    where s.id = ${id}`);
  return { ...row!, createdAt: new Date(row!.createdAt), approvedAt: instant(row!.approvedAt) };
}

type PlaceRecord = Omit<Place, "countedAt" | "differs"> & { countedAt: string | null; lines: number };

async function placesOf(stocktake: Stocktake): Promise<PlaceRecord[]> {
  const rows = await db.execute<PlaceRecord>(sql`
    select c.account_id::text as "accountId", b.name as bin, b.zone, c.rounds, u.name as "countedBy",
           c.counted_at::text as "countedAt", picking.number as "pickedFor", coalesce(line.n, 0) as lines
    from stocktake_bins c
    left join bins b on b.account_id = c.account_id
    left join users u on u.id = c.counted_by
    left join (
      select k.from_account, min(d.number) as number
      from deliveries d join delivery_picks k on k.delivery_id = d.id and k.picked < k.quantity
      where d.organization_id = ${stocktake.organizationId} and d.warehouse_id = ${stocktake.warehouseId}
        and d.status = 'planned' and d.picking_since is not null and d.picked_at is null
      group by 1
    ) picking on picking.from_account = c.account_id
    left join (
      select account_id, count(*)::int as n from stocktake_counts
      where stocktake_id = ${stocktake.id} and counted <> expected group by 1
    ) line on line.account_id = c.account_id
    where c.stocktake_id = ${stocktake.id}
    order by b.zone nulls first, b.name nulls first`);
  return [...rows];
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
