import { eq, sql } from "drizzle-orm";
import { itemAliases, itemBarcodes, itemPacks, itemSubstitutes, items, type Tx } from "#db";
import { notFound, refuse } from "../errors.ts";
import { insertRows } from "../insert-rows.server.ts";
import { writePinyin } from "./fill-pinyin.server.ts";
import { normalName } from "./normal-name.ts";
import { normalNameOf } from "./normal-name.server.ts";
import { type SizedPack, sizePacks } from "./packs.ts";
import type { DescribedItem } from "./schema.ts";

export interface ItemKey {
  id: string;
  organizationId: string;
  unit: string;
}

/** The columns of an item as a person described it. */
export function columnsOf(input: DescribedItem) {
  const { name, category, specification, gbCode, storage, minRemainingDays } = input;
  return { name, category, specification, gbCode, storage, minRemainingDays };
}

/**
 * The step before an item is written: a name or barcode of another item is refused with that item's name. Whoever
 * gives names in a catalogue does so one after another, as `findOrAddItems` does when it adds.
 */
export async function refuseTaken(tx: Tx, item: ItemKey, input: DescribedItem): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`items/${item.organizationId}`}, 0))`);
  await refuseTakenNames(tx, item, [input.name, ...input.aliases.map(({ name }) => name)]);
  await refuseTakenBarcodes(tx, item, input);
}

/** The step after it: writes what is not a column of the item: packs, other names, barcodes, substitutes, pinyin. */
export async function writeDetails(tx: Tx, item: ItemKey, input: DescribedItem): Promise<void> {
  const sized = sizePacks(input.packs, item.unit);
  if (!sized.ok) refuse("invalid", { fields: sized.fields });
  await writePacks(tx, item.id, sized.packs);
  await writeAliases(tx, item, input);
  await tx.delete(itemBarcodes).where(eq(itemBarcodes.itemId, item.id));
  await insertRows(
    tx,
    itemBarcodes,
    input.barcodes.map((barcode) => ({ ...barcode, itemId: item.id, organizationId: item.organizationId })),
  );
  await writeSubstitutes(tx, item, input);
  await writePinyin(tx, [item.id]);
}

async function refuseTakenNames(tx: Tx, item: ItemKey, names: readonly string[]): Promise<void> {
  const [taken] = await tx.execute<{ name: string; item: string }>(sql`
    with known as (
      select name, name as item, id as item_id from items
      where organization_id = ${item.organizationId} and merged_into is null
      union all
      select a.name, i.name, a.item_id from item_aliases a join items i on i.id = a.item_id
      where a.organization_id = ${item.organizationId}
    )
    select name, item from known
    where item_id <> ${item.id} and ${normalNameOf(sql`name`)} = any(${sql.param(names.map(normalName))}::text[])
    limit 1`);
  if (!taken) return;
  const typed = names.find((name) => normalName(name) === normalName(taken.name)) ?? taken.name;
  refuse("item_name_taken", { name: typed, item: taken.item });
}

async function refuseTakenBarcodes(tx: Tx, item: ItemKey, { barcodes }: DescribedItem): Promise<void> {
  const [taken] = await tx.execute<{ gtin: string; item: string }>(sql`
    select b.gtin, i.name as item from item_barcodes b join items i on i.id = b.item_id
    where b.organization_id = ${item.organizationId} and b.item_id <> ${item.id}
      and b.gtin = any(${sql.param(barcodes.map(({ gtin }) => gtin))}::text[])
    limit 1`);
  if (taken) refuse("barcode_taken", taken);
}

/** The step: replaces an item's packs, and with them its usual one. */
export async function writePacks(tx: Tx, itemId: string, packs: readonly SizedPack[]): Promise<void> {
  await tx.delete(itemPacks).where(eq(itemPacks.itemId, itemId));
  await insertRows(
    tx,
    itemPacks,
    packs.map((pack, index) => ({ ...pack, itemId, n: index + 1 })),
  );
  const usual = packs[0];
  await tx
    .update(items)
    .set({ packName: usual?.name ?? null, packSize: usual?.size ?? null })
    .where(eq(items.id, itemId));
}

/** Another name that reads as the item's own says nothing new and is not kept. */
async function writeAliases(tx: Tx, item: ItemKey, { name, aliases }: DescribedItem): Promise<void> {
  await tx.delete(itemAliases).where(eq(itemAliases.itemId, item.id));
  await insertRows(
    tx,
    itemAliases,
    aliases
      .filter((alias) => normalName(alias.name) !== normalName(name))
      .map((alias) => ({ ...alias, itemId: item.id, organizationId: item.organizationId })),
  );
}

async function writeSubstitutes(tx: Tx, item: ItemKey, { substitutes }: DescribedItem): Promise<void> {
  await tx.delete(itemSubstitutes).where(eq(itemSubstitutes.itemId, item.id));
  const ids = substitutes.map(({ itemId }) => itemId);
  if (ids.length === 0) return;
  if (ids.includes(item.id)) refuse("invalid", { fields: { substitutes: "same_item" } });
  const written = await tx.execute(sql`
    insert into item_substitutes (item_id, substitute_id)
    select ${item.id}::uuid, id from items
    where id = any(${sql.param(ids)}::uuid[]) and organization_id = ${item.organizationId} and merged_into is null
    returning substitute_id`);
  if (written.length < ids.length) notFound("item");
}
