import { and, eq, sql } from "drizzle-orm";
import { balances, type Tx } from "#db";
import type { Warehouse } from "../places/find-warehouse.server.ts";

/**
 * What a lot's balance is at the dock, in a bin or in quarantine of a warehouse, locked until commit; undefined
 * elsewhere. What is packed for a delivery cannot be lost before the delivery is cancelled.
 */
export async function heldInWarehouse(tx: Tx, warehouse: Warehouse, assetId: bigint, accountId: bigint) {
  const [held] = await tx
    .select({ amount: balances.amount, valueFen: balances.valueFen })
    .from(balances)
    .where(
      and(
        eq(balances.assetId, assetId),
        eq(balances.accountId, accountId),
        sql`(${balances.accountId} in (${warehouse.dockAccountId}, ${warehouse.quarantineAccountId})
             or ${balances.accountId} in (select account_id from bins where warehouse_id = ${warehouse.id}))`,
      ),
    )
    .for("update");
  return held;
}
