import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { db, itemAliases, itemBarcodes, itemPacks, items, itemSubstitutes } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { isId } from "../is-id.ts";

/** One item of the catalogue within reach, with all it is known by. `mergedInto` is set when it became another one. */
export async function getItem(actor: MemberActor, id: string) {
  if (!isId(id)) return notFound("item");
  const [item] = await db
    .select({
      id: items.id,
      organizationId: items.organizationId,
      name: items.name,
      category: items.category,
      unit: items.baseUnit,
      specification: items.specification,
      packName: items.packName,
      packSize: items.packSize,
      gbCode: items.gbCode,
      storage: items.storage,
      minRemainingDays: items.minRemainingDays,
      reviewedAt: items.reviewedAt,
      mergedInto: items.mergedInto,
    })
    .from(items)
    .where(and(eq(items.id, id), inArray(items.organizationId, [...actor.reach])));
  if (!item) return notFound("item");
  const [packs, aliases, barcodes, substitutes, mergedFrom] = await Promise.all([
    packsOf(item.id),
    aliasesOf(item.id),
    barcodesOf(item.id),
    substitutesOf(item.id),
    mergedFromOf(item.id),
  ]);
  return { ...item, packs, aliases, barcodes, substitutes, mergedFrom };
}

export type ItemDetails = Awaited<ReturnType<typeof getItem>>;

/** The usual pack first. `of` is the name of the smaller pack, null for the base unit. */
async function packsOf(itemId: string) {
  const rows = await db
    .select()
    .from(itemPacks)
    .where(eq(itemPacks.itemId, itemId))
    .orderBy(asc(itemPacks.n));
  const names = new Map(rows.map(({ n, name }) => [n, name]));
  return rows.map(({ name, count, of, size }) => ({
    name,
    count,
    size,
    of: of === null ? null : (names.get(of) ?? null),
  }));
}

async function aliasesOf(itemId: string): Promise<string[]> {
  const rows = await db
    .select({ name: itemAliases.name })
    .from(itemAliases)
    .where(eq(itemAliases.itemId, itemId))
    .orderBy(sql`${itemAliases.name} collate "zh-x-icu"`);
  return rows.map(({ name }) => name);
}

const barcodesOf = (itemId: string) =>
  db
    .select({ gtin: itemBarcodes.gtin, packSize: itemBarcodes.packSize })
    .from(itemBarcodes)
    .where(eq(itemBarcodes.itemId, itemId))
    .orderBy(asc(itemBarcodes.packSize), asc(itemBarcodes.gtin));

const substitutesOf = (itemId: string) =>
  db
    .select({ id: items.id, name: items.name })
    .from(itemSubstitutes)
    .innerJoin(items, eq(items.id, itemSubstitutes.substituteId))
    .where(eq(itemSubstitutes.itemId, itemId))
    .orderBy(sql`${items.name} collate "zh-x-icu"`);

/** What was an item of its own before, and since when it is not. */
async function mergedFromOf(itemId: string) {
  const rows = await db.execute<{ name: string; milliseconds: string }>(sql`
    select gone.name, extract(epoch from max(a.created_at)) * 1000 as milliseconds
    from items gone
    join audit a on a.action = 'item.merge' and a.detail->>'fromId' = gone.id::text
      and a.subject_id in (select ${itemId}::uuid union all select id from items where merged_into = ${itemId})
    where gone.merged_into = ${itemId}
    group by gone.id order by 2, 1`);
  return rows.map(({ name, milliseconds }) => ({ name, at: new Date(Number(milliseconds)) }));
}
