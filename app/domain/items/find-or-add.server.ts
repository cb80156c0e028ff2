import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { items, type Tx } from "#db";
import { refuse } from "../errors.ts";
import { findOrAdd } from "../register.server.ts";
import { categoryOf } from "./category.ts";
import { normalName } from "./normal-name.ts";
import { normalNameOf } from "./normal-name.server.ts";
import { pinyinOf } from "./pinyin.server.ts";

export type Item = typeof items.$inferSelect;

export interface NamedItem {
  name: string;
  unit: string;
  specification?: string | null;
}

/**
 * The catalogue's items by any of their names; unknown ones are added with the unit they came in, for somebody to look
 * at. An item that is counted in another unit is refused as `item_unit_differs`: two boxes are not two pieces.
 */
export async function findOrAddItems(
  tx: Tx,
  organizationId: string,
  named: readonly NamedItem[],
): Promise<Map<string, Item>> {
  const first = new Map<string, NamedItem>();
  for (const item of named) if (!first.has(normalName(item.name))) first.set(normalName(item.name), item);
  const found = await findOrAdd(
    tx,
    `items/${organizationId}`,
    named.map(({ name }) => name),
    (wanted) => findItems(tx, organizationId, wanted),
    async (missing) => {
      const added = new Set(missing.map(normalName));
      await tx.insert(items).values([...added].map((name) => newItem(organizationId, first.get(name)!)));
    },
  );
  for (const { name, unit } of named) {
    const item = found.get(name);
    if (item && item.baseUnit !== unit)
      refuse("item_unit_differs", { item: name, unit, known: item.baseUnit });
  }
  return found;
}

const newItem = (organizationId: string, { name, unit, specification }: NamedItem) => ({
  id: uuidv7(),
  organizationId,
  name,
  category: categoryOf(name),
  baseUnit: unit,
  specification: specification ?? null,
  pinyin: pinyinOf([name]),
});

/**
 * Items by what they are called: their name as it is written, else a name or an alias that reads the same. They are
 * locked against being merged away until the transaction ends. Names nobody knows are left out.
 */
export async function findItems(
  tx: Tx,
  organizationId: string,
  names: readonly string[],
): Promise<Map<string, Item>> {
  const exact = await itemIdsByName(tx, organizationId, names);
  const rest = names.filter((name) => !exact.has(name));
  const ids =
    rest.length === 0 ? exact : new Map([...exact, ...(await idsByAnyName(tx, organizationId, rest))]);
  const rows = await lockedItems(tx, [...new Set(ids.values())]);
  return new Map(
    [...ids].flatMap(([name, itemId]) => {
      const item = rows.get(itemId);
      return item ? [[name, item]] : [];
    }),
  );
}

async function itemIdsByName(tx: Tx, organizationId: string, names: readonly string[]) {
  const found = await tx
    .select({ id: items.id, name: items.name })
    .from(items)
    .where(
      and(
        eq(items.organizationId, organizationId),
        inArray(items.name, [...names]),
        sql`${items.mergedInto} is null`,
      ),
    );
  return new Map(found.map((item) => [item.name, item.id]));
}

async function idsByAnyName(tx: Tx, organizationId: string, names: readonly string[]) {
  const found = await tx.execute<{ name: string; itemId: string }>(sql`
    with known as materialized (
      select ${normalNameOf(sql`name`)} as normal, id as item_id, 1 as rank from items
      where organization_id = ${organizationId} and merged_into is null
      union all
      select ${normalNameOf(sql`name`)}, item_id, 2 from item_aliases where organization_id = ${organizationId}
    )
    select distinct on (w.name) w.name, known.item_id as "itemId"
    from unnest(${sql.param([...names])}::text[], ${sql.param(names.map(normalName))}::text[]) as w (name, normal)
    join known on known.normal = w.normal
    order by w.name, known.rank, known.item_id`);
  return found.map(({ name, itemId }): [string, string] => [name, itemId]);
}

/** Items by id, each as what it was merged into when that happened a moment ago. */
async function lockedItems(tx: Tx, ids: string[]): Promise<Map<string, Item>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.select().from(items).where(inArray(items.id, ids)).orderBy(items.id).for("key share");
  const moved = rows.flatMap(({ mergedInto }) => mergedInto ?? []);
  const kept = await lockedItems(tx, moved);
  return new Map(
    rows.map((row) => [row.id, row.mergedInto === null ? row : (kept.get(row.mergedInto) ?? row)]),
  );
}
