import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { MergingItem } from "./merge.server.ts";

/** How much went over from one item to another, and the lots by the numbers of their assets. */
export type Moved = Record<string, string | number>;

/** The step: whatever names `from` names `into` instead; `from`'s own name becomes one of `into`'s. */
export async function repointItem(tx: Tx, from: MergingItem, into: MergingItem): Promise<Moved> {
  const [moved] = await tx.execute<Moved>(sql`
    with lot as (
      update source_lots set item_id = ${into.id} where item_id = ${from.id} returning asset_id
    ), pledge as (
      update pledge_lines set item_id = ${into.id} where item_id = ${from.id} returning 1
    ), delivery as (
      update delivery_lines set item_id = ${into.id} where item_id = ${from.id} returning 1
    ), consignment as (
      update consignment_lines set item_id = ${into.id} where item_id = ${from.id} returning 1
    ), kit as (
      update kits set item_id = ${into.id} where item_id = ${from.id} returning 1
    ), barcode as (
      update item_barcodes set item_id = ${into.id} where item_id = ${from.id} returning 1
    )
    select (select count(*)::int from lot) as lots,
           (select coalesce(string_agg(asset_id::text, ',' order by asset_id), '') from lot) as assets,
           (select count(*)::int from pledge) as "pledgeLines",
           (select count(*)::int from delivery) as "deliveryLines",
           (select count(*)::int from consignment) as "consignmentLines",
           (select count(*)::int from kit) as kits,
           (select count(*)::int from barcode) as barcodes`);
  await repointNames(tx, from, into);
  await repointSubstitutes(tx, from.id, into.id);
  await repointRecipes(tx, from.id, into.id);
  return moved ?? {};
}

async function repointNames(tx: Tx, from: MergingItem, into: MergingItem): Promise<void> {
  await tx.execute(sql`update item_aliases set item_id = ${into.id} where item_id = ${from.id}`);
  await tx.execute(sql`
    insert into item_aliases (organization_id, name, item_id)
    values (${into.organizationId}, ${from.name}, ${into.id})
    on conflict (organization_id, name) do update set item_id = excluded.item_id`);
}

/** One that both had is had once, and none is a substitute for itself. */
async function repointSubstitutes(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from item_substitutes where item_id = ${fromId} or substitute_id = ${fromId}
      returning item_id, substitute_id
    )
    insert into item_substitutes (item_id, substitute_id)
    select distinct item_id, substitute_id from (
      select case item_id when ${fromId} then ${intoId}::uuid else item_id end as item_id,
             case substitute_id when ${fromId} then ${intoId}::uuid else substitute_id end as substitute_id
      from gone
    ) kept
    where item_id <> substitute_id
    on conflict do nothing`);
}

/** A recipe that held both holds as much of the one. */
async function repointRecipes(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.execute(sql`
    update kit_recipes kept set quantity = kept.quantity + gone.quantity
    from kit_recipes gone
    where kept.component_id = ${intoId} and gone.component_id = ${fromId} and gone.item_id = kept.item_id`);
  await tx.execute(sql`
    delete from kit_recipes gone using kit_recipes kept
    where gone.component_id = ${fromId} and kept.component_id = ${intoId} and kept.item_id = gone.item_id`);
  await tx.execute(sql`update kit_recipes set component_id = ${intoId} where component_id = ${fromId}`);
  await tx.execute(sql`update kit_recipes set item_id = ${intoId} where item_id = ${fromId}`);
}
