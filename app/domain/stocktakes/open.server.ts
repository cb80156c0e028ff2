import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { bins, stocktakeBins, stocktakes, type Tx } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { insertRows } from "../insert-rows.server.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse, type Warehouse } from "../places/find-warehouse.server.ts";
import type { OpenStocktake } from "./schema.ts";

/** Opens a count of some bins, or of all and the dock. A bin is in one open count at a time (`bin_in_stocktake`). */
export async function openStocktake(actor: MemberActor, requestId: string, input: OpenStocktake) {
  return perform({ actor, action: "stocktake.open", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    // One at a time in a warehouse: two counts opened at once would each find the other's bins free.
    await tx.execute(sql`select from warehouses where id = ${warehouse.id} for no key update`);
    const accounts = await accountsToCount(tx, warehouse, input);
    await refuseBinsBeingCounted(tx, accounts);
    const [number] = await numberDocuments(tx, "stocktake", [
      { organizationId: warehouse.organizationId, on: todayInShanghai() },
    ]);
    const id = uuidv7();
    await tx.insert(stocktakes).values({
      id,
      number: number!,
      organizationId: warehouse.organizationId,
      responseId: actor.responseId,
      warehouseId: warehouse.id,
      kind: input.kind,
      blind: input.blind,
      status: "counting",
      note: input.note,
      createdBy: userIdOf(actor),
    });
    await insertRows(
      tx,
      stocktakeBins,
      accounts.map((accountId) => ({ stocktakeId: id, accountId })),
    );
    return {
      result: { id, number: number! },
      organizationId: warehouse.organizationId,
      subjectId: id,
      detail: { bins: accounts.length },
    };
  });
}

async function accountsToCount(tx: Tx, warehouse: Warehouse, input: OpenStocktake): Promise<bigint[]> {
  const all = await tx.select().from(bins).where(eq(bins.warehouseId, warehouse.id));
  if (input.kind === "full") return [warehouse.dockAccountId, ...all.map((bin) => bin.accountId)];
  const accountOf = new Map(all.map((bin) => [bin.id, bin.accountId]));
  return [...new Set(input.binIds)].map((binId) => accountOf.get(binId) ?? notFound("bin"));
}

async function refuseBinsBeingCounted(tx: Tx, accounts: readonly bigint[]): Promise<void> {
  const [taken] = await tx.execute<{ bin: string | null; number: string }>(sql`
    select b.name as bin, s.number
    from stocktake_bins c
    join stocktakes s on s.id = c.stocktake_id and s.status = 'counting'
    left join bins b on b.account_id = c.account_id
    where c.account_id = any(${sql.param(accounts.map(String))}::bigint[])
    order by b.name nulls first limit 1`);
  if (taken) refuse("bin_in_stocktake", { bin: taken.bin ?? "", number: taken.number });
}
