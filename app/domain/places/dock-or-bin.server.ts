import { and, eq } from "drizzle-orm";
import { bins, type Reader } from "#db";
import { notFound } from "../errors.ts";
import type { Warehouse } from "./find-warehouse.server.ts";

/** The account of a warehouse's bin, or of its dock when no bin is named. */
export async function dockOrBin(reader: Reader, warehouse: Warehouse, binId: string | null): Promise<bigint> {
  if (binId === null) return warehouse.dockAccountId;
  const [bin] = await reader
    .select({ accountId: bins.accountId })
    .from(bins)
    .where(and(eq(bins.id, binId), eq(bins.warehouseId, warehouse.id)));
  return bin ? bin.accountId : notFound("bin");
}

/** Which of these accounts are the warehouse's dock or one of its bins: from where goods may be taken. */
export async function docksAndBinsAmong(
  reader: Reader,
  warehouse: Warehouse,
  accounts: readonly bigint[],
): Promise<Set<bigint>> {
  const found = await reader
    .select({ accountId: bins.accountId })
    .from(bins)
    .where(eq(bins.warehouseId, warehouse.id));
  const own = new Set([warehouse.dockAccountId, ...found.map(({ accountId }) => accountId)]);
  return new Set(accounts.filter((account) => own.has(account)));
}
