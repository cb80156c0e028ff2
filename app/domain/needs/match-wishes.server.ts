import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import { normalName } from "../items/normal-name.ts";
import { normalNameOf } from "../items/normal-name.server.ts";
import { itemIsTyped } from "../items/search.server.ts";
import type { Wish } from "./schema.ts";

/**
 * The item of the catalogue that each wish means, or null: the one of that very name, else the only one that a search
 * for it finds. Two that might be meant are left to the desk.
 */
export async function matchWishes(
  tx: Tx,
  organizationId: string,
  wishes: readonly Wish[],
): Promise<(string | null)[]> {
  return Promise.all(wishes.map(({ wish }) => matchWish(tx, organizationId, wish)));
}

async function matchWish(tx: Tx, organizationId: string, wish: string): Promise<string | null> {
  const name = normalName(wish);
  const found = await tx.execute<{ id: string; exact: boolean }>(sql`
    select i.id, (${normalNameOf(sql`i.name`)} = ${name}
                  or exists (select from item_aliases a
                             where a.item_id = i.id and ${normalNameOf(sql`a.name`)} = ${name})) as exact
    from items i
    where i.organization_id = (select coalesce(books_kept_by, id) from organizations where id = ${organizationId})
      and i.merged_into is null and ${itemIsTyped(wish)}
    order by exact desc, i.id limit 2`);
  const [first, second] = found;
  if (!first) return null;
  return first.exact || second === undefined ? first.id : null;
}
