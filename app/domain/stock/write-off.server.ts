import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { balances, items, sourceLots } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { documentOf } from "../ledger/document-of.ts";
import { post } from "../ledger/post.server.ts";
import { lossAccount } from "../ledger/standing-accounts.server.ts";
import { shareOfValue } from "../money.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import type { WriteOff } from "./schema.ts";

/** Takes goods out of the stock as lost, with the reason; the only way out for what has expired. */
export async function writeOff(actor: MemberActor, requestId: string, input: WriteOff) {
  return perform({ actor, action: "stock.write-off", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const asset = BigInt(input.assetId);
    const account = BigInt(input.accountId);
    const [lot] = await tx
      .select({ giftId: sourceLots.giftId, kitId: sourceLots.kitId, item: items.name, unit: items.baseUnit })
      .from(sourceLots)
      .innerJoin(items, eq(items.id, sourceLots.itemId))
      .where(and(eq(sourceLots.assetId, asset), eq(sourceLots.organizationId, warehouse.organizationId)));
    if (!lot) return notFound("lot");
    const [held] = await tx
      .select()
      .from(balances)
      .where(
        and(
          eq(balances.assetId, asset),
          eq(balances.accountId, account),
          sql`(${balances.accountId} = ${warehouse.dockAccountId}
               or ${balances.accountId} in (select account_id from bins where warehouse_id = ${warehouse.id}))`,
        ),
      )
      .for("update");
    if (!held) return notFound("lot");
    if (held.amount < input.quantity) {
      refuse("insufficient_stock", {
        item: lot.item,
        unit: lot.unit,
        wanted: `${input.quantity}`,
        available: `${held.amount}`,
      });
    }
    const id = uuidv7();
    await post(tx, actor, [
      {
        id,
        kind: "stock.write-off",
        organizationId: warehouse.organizationId,
        responseId: actor.responseId,
        occurredAt: new Date(),
        document: documentOf(lot),
        reason: input.remark,
        postings: [
          {
            from: account,
            to: await lossAccount(tx, warehouse.organizationId, input.reason),
            asset,
            amount: input.quantity,
            valueFen: shareOfValue(held.valueFen, held.amount, input.quantity),
          },
        ],
      },
    ]);
    return { result: { id }, organizationId: warehouse.organizationId, subjectId: documentOf(lot).id };
  });
}
