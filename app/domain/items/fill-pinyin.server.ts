import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, type Tx } from "#db";
import type { SystemActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { pinyinOf } from "./pinyin.server.ts";

/** Writes the pinyin of items that have none, such as those from before there was any. Answers how many. */
export async function fillPinyin(actor: SystemActor): Promise<number> {
  const missing = await db.execute<{ id: string }>(sql`select id from items where pinyin is null limit 1000`);
  if (missing.length === 0) return 0;
  const input = { itemIds: missing.map(({ id }) => id) };
  const { count } = await perform({ actor, action: "item.edit", requestId: uuidv7(), input }, async (tx) => {
    await writePinyin(tx, input.itemIds);
    return { result: { count: input.itemIds.length }, detail: { count: input.itemIds.length } };
  });
  return count;
}

/** The step: the pinyin of these items, of all the names they go by. */
export async function writePinyin(tx: Tx, itemIds: readonly string[]): Promise<void> {
  const named = await tx.execute<{ id: string; names: string[] }>(sql`
    select i.id, array_agg(n.name order by n.rank, n.name) as names
    from items i cross join lateral (
      select i.name, 1 as rank union all select a.name, 2 from item_aliases a where a.item_id = i.id
    ) n
    where i.id = any(${sql.param([...itemIds])}::uuid[]) group by i.id`);
  const rows = named.map(({ id, names }) => ({ id, pinyin: pinyinOf(names) }));
  await tx.execute(sql`
    update items set pinyin = read.pinyin
    from json_to_recordset(${JSON.stringify(rows)}::json) as read (id uuid, pinyin text)
    where items.id = read.id`);
}
