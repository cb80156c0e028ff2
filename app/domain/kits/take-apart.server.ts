import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { items, kits, sourceLots, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { isReversed } from "../ledger/is-reversed.server.ts";
import { post } from "../ledger/post.server.ts";
import { assemblyAccount } from "../ledger/standing-accounts.server.ts";
import { shareOfValue } from "../money.ts";
import { perform } from "../perform.server.ts";
import { dockOrBin, docksAndBinsAmong } from "../places/dock-or-bin.server.ts";
import { findWarehouse, type Warehouse } from "../places/find-warehouse.server.ts";
import type { TakeKitsApart } from "./schema.ts";
import { shareOut } from "./share-out.ts";

/**
 * Takes kits apart: they go back to assembly, and what was in them comes out into a bin or the dock, each lot as it went
 * in. The value that leaves with the kits is the value that comes out, to the fen.
 */
export async function takeKitsApart(actor: MemberActor, requestId: string, input: TakeKitsApart) {
  return perform({ actor, action: "kit.assemble", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const asset = BigInt(input.assetId);
    const { kit, item, unit } = await kitLotOf(tx, warehouse, asset);
    const from = BigInt(input.accountId);
    if (!(await docksAndBinsAmong(tx, warehouse, [from])).has(from)) return notFound("lot");
    const to = await dockOrBin(tx, warehouse, input.binId);
    await lockKit(tx, kit.accountId, asset, to);
    const held = await heldAt(tx, from, asset);
    if (held.amount < input.quantity) {
      const [wanted, available] = [`${input.quantity}`, `${held.amount}`];
      refuse("insufficient_stock", { item, unit, wanted, available });
    }
    const valueFen = shareOfValue(held.valueFen, held.amount, input.quantity);
    const inside = await insideOf(tx, kit, asset);
    const shares = shareOut(
      valueFen,
      inside.map((part) => part.valueFen),
    );
    const assembly = await assemblyAccount(tx, warehouse.organizationId);
    const id = uuidv7();
    await post(tx, actor, [
      {
        id,
        kind: "kit.take-apart",
        organizationId: warehouse.organizationId,
        responseId: actor.responseId,
        occurredAt: new Date(),
        document: { kind: "kit", id: kit.id },
        postings: [
          { from, to: assembly, asset, amount: input.quantity, valueFen },
          ...inside.map((part, i) => ({
            from: kit.accountId,
            to,
            asset: part.asset,
            amount: part.perKit * input.quantity,
            valueFen: shares[i]!,
          })),
        ],
      },
    ]);
    const result = { id: kit.id, number: kit.number, entryId: id };
    return { result, organizationId: warehouse.organizationId, subjectId: kit.id };
  });
}

async function kitLotOf(tx: Tx, warehouse: Warehouse, asset: bigint) {
  const [found] = await tx
    .select({ kit: kits, item: items.name, unit: items.baseUnit })
    .from(sourceLots)
    .innerJoin(kits, eq(kits.id, sourceLots.kitId))
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .where(and(eq(sourceLots.assetId, asset), eq(sourceLots.organizationId, warehouse.organizationId)));
  return found ?? notFound("lot");
}

/** Kits of one lot are taken apart one after the other, wherever they stand: each decides by what is still inside. */
async function lockKit(tx: Tx, kitAccount: bigint, asset: bigint, to: bigint): Promise<void> {
  await tx.execute(sql`
    select from balances
    where asset_id = ${asset} or account_id = ${kitAccount}
          or (account_id = ${to} and asset_id in (select asset_id from kit_components where kit_asset_id = ${asset}))
    order by account_id, asset_id for update`);
}

async function heldAt(tx: Tx, account: bigint, asset: bigint) {
  const [held] = await tx.execute<{ amount: string; valueFen: string }>(sql`
    select amount, value_fen as "valueFen" from balances where account_id = ${account} and asset_id = ${asset}`);
  return held ? { amount: BigInt(held.amount), valueFen: BigInt(held.valueFen) } : notFound("lot");
}

interface Inside {
  asset: bigint;
  perKit: bigint;
  /** Of the fen that went in with the lot's kits, those that have not come out yet. */
  valueFen: bigint;
}

/**
 * What the kits of a lot hold. In the entry of the assembly the legs of a lot's components stand between the leg of the
 * lot before and its own.
 */
async function insideOf(tx: Tx, kit: typeof kits.$inferSelect, asset: bigint): Promise<Inside[]> {
  const rows = await tx.execute<{ asset: string; perKit: string; valueFen: string }>(sql`
    with own as (
      select n, coalesce(lag(n) over (order by n), 0) as previous, asset_id
      from postings where entry_id = ${kit.entryId} and to_account <> ${kit.accountId}
    ), put_in as (
      select p.asset_id, p.value_fen
      from own join postings p on p.entry_id = ${kit.entryId} and p.n > own.previous and p.n < own.n
      where own.asset_id = ${asset}
    ), taken_out as (
      select p.asset_id, p.value_fen
      from entries e join postings p on p.entry_id = e.id and p.from_account = ${kit.accountId}
      where e.document_id = ${kit.id} and e.kind = 'kit.take-apart' and not ${isReversed(sql`e.id`)}
        and exists (select from postings own where own.entry_id = e.id and own.asset_id = ${asset})
    )
    select c.asset_id as asset, c.per_kit as "perKit",
           (select sum(value_fen) from put_in where asset_id = c.asset_id)
             - coalesce((select sum(value_fen) from taken_out where asset_id = c.asset_id), 0) as "valueFen"
    from kit_components c where c.kit_asset_id = ${asset} order by c.asset_id`);
  return rows.map((row) => ({
    asset: BigInt(row.asset),
    perKit: BigInt(row.perKit),
    valueFen: BigInt(row.valueFen),
  }));
}
