import { type SQL, sql } from "drizzle-orm";
import { likePattern } from "../like.ts";
import { parseGtin } from "./gtin.ts";
import { normalName } from "./normal-name.ts";
import { normalNameOf } from "./normal-name.server.ts";

/**
 * SQL: an item of `items i` is what was typed: part of one of its names, of their pinyin or initials, or a whole
 * barcode. The one search that every list and type-ahead of items asks.
 */
export function itemIsTyped(typed: string): SQL {
  const pattern = likePattern(normalName(typed));
  const ways = [
    sql`${normalNameOf(sql`i.name`)} like ${pattern}`,
    sql`exists (select from item_aliases a where a.item_id = i.id and ${normalNameOf(sql`a.name`)} like ${pattern})`,
  ];
  if (/^[a-z0-9]+$/.test(normalName(typed))) ways.push(sql`i.pinyin like ${pattern}`);
  const barcode = parseGtin(typed);
  if (barcode.ok)
    ways.push(sql`exists (select from item_barcodes b where b.item_id = i.id and b.gtin = ${barcode.gtin})`);
  return sql`(${sql.join(ways, sql` or `)})`;
}
