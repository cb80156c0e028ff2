import { eq } from "drizzle-orm";
import { bins, type Tx, warehouses } from "#db";
import type { MemberActor } from "../actor.ts";
import { type GoodsLine } from "../gifts/schema.ts";
import { receiveGoodsGifts } from "../gifts/receive-goods.server.ts";
import { receiveMoneyGifts } from "../gifts/receive-money.server.ts";
import { findItems } from "../items/find-or-add.server.ts";
import { normalName } from "../items/normal-name.ts";
import { openWarehouse } from "../places/add-warehouse.server.ts";
import type { Warehouse } from "../places/find-warehouse.server.ts";
import { recordPledges } from "../pledges/record.server.ts";
import type { BookKeeping } from "../reach.server.ts";
import type { GoodsGiftRow, MoneyGiftRow, Problem } from "./read/reading.ts";

/** What every part of an import is written with. */
export interface Booking {
  actor: MemberActor;
  importId: string;
  publishDonorNames: boolean;
  /** The organizations the workbook names, by name. */
  organizations: ReadonlyMap<string, BookKeeping>;
}

/** Rows of 捐款: what arrived becomes a gift in its fund, what was promised (意向) a pledge. */
export async function bookMoneyGifts(tx: Tx, booking: Booking, rows: readonly MoneyGiftRow[]): Promise<void> {
  const { actor, importId, publishDonorNames } = booking;
  const common = (row: MoneyGiftRow) => ({
    ...booking.organizations.get(row.organization)!,
    donor: row.donor,
    restrictedTo: row.restriction,
    note: row.note ?? null,
    importId,
  });
  const received = rows.filter((row) => row.status === "received");
  const pledged = rows.filter((row) => row.status === "pledged");
  await receiveMoneyGifts(
    tx,
    actor,
    actor.organizationId,
    received.map((row) => ({
      ...common(row),
      amount: row.amountFen,
      receivedOn: row.date,
      pledgeId: null,
      receiptNumber: null,
    })),
    publishDonorNames,
  );
  await recordPledges(
    tx,
    actor,
    actor.organizationId,
    pledged.map((row) => ({
      ...common(row),
      kind: "money" as const,
      amount: row.amountFen,
      pledgedOn: row.date,
      dueOn: null,
    })),
    publishDonorNames,
  );
}

/** Rows of 捐物: each a gift of one line, straight into the warehouse's first bin. */
export async function bookGoodsGifts(
  tx: Tx,
  booking: Booking,
  warehouseName: string | undefined,
  rows: readonly GoodsGiftRow[],
): Promise<Problem[]> {
  if (rows.length === 0) return [];
  const { actor, importId, publishDonorNames } = booking;
  const problems = await unitProblems(tx, actor.organizationId, rows);
  if (problems.length > 0) return problems;
  const warehouse = await findOrOpenWarehouse(tx, actor, warehouseName);
  const [bin] = await tx
    .select({ accountId: bins.accountId })
    .from(bins)
    .where(eq(bins.warehouseId, warehouse.id))
    .orderBy(bins.createdAt)
    .limit(1);
  const received = (row: GoodsGiftRow) => ({
    donor: row.donor,
    receivedOn: row.date,
    pledgeId: null,
    note: row.note ?? null,
    responseId: actor.responseId,
    importId,
    into: bin?.accountId,
    lines: [lineOf(row)],
  });
  // Slices leave the event loop to others. They lock no balance that was there before: every row is a new lot.
  for (let at = 0; at < rows.length; at += SLICE) {
    const gifts = rows.slice(at, at + SLICE).map(received);
    await receiveGoodsGifts(tx, actor, actor.organizationId, warehouse, gifts, publishDonorNames);
  }
  return [];
}

/** Rows that count an item in another unit than the catalogue does, or than the first row of that item. */
async function unitProblems(
  tx: Tx,
  organizationId: string,
  rows: readonly GoodsGiftRow[],
): Promise<Problem[]> {
  const found = await findItems(tx, organizationId, [...new Set(rows.map(({ item }) => item))]);
  const firstUnit = new Map<string, string>();
  return rows.flatMap(({ row, item, unit }) => {
    const name = normalName(item);
    const known = found.get(item)?.baseUnit ?? firstUnit.get(name) ?? unit;
    firstUnit.set(name, known);
    if (known === unit) return [];
    const params = { item, unit, known };
    return [
      { row, column: null, field: "unit" as const, code: "item_unit_differs" as const, params, value: unit },
    ];
  });
}

const SLICE = 500;

function lineOf(row: GoodsGiftRow): GoodsLine {
  return {
    item: row.item,
    unit: row.unit,
    specification: row.specification ?? null,
    quantity: row.pack ? row.pack.count : row.quantity,
    packName: row.pack?.unit ?? null,
    packSize: row.pack?.size ?? null,
    lotNumber: row.lotNumber ?? null,
    expiresOn: row.expiresOn,
    unitValue: null,
    value: row.valueFen,
    valueBasis: row.valueFen === null ? "unvalued" : "other_method",
    restrictedTo: row.restriction,
  };
}

/** The warehouse a sheet names, else the organization's first one; opened when there is none. */
export async function findOrOpenWarehouse(
  tx: Tx,
  actor: MemberActor,
  name: string | undefined,
): Promise<Warehouse> {
  const own = await tx
    .select()
    .from(warehouses)
    .where(eq(warehouses.organizationId, actor.organizationId))
    .orderBy(warehouses.createdAt);
  const found = name === undefined ? own[0] : own.find((warehouse) => warehouse.name === name);
  return found ?? openWarehouse(tx, actor.organizationId, { name: name ?? "应急物资储备库", address: null });
}
