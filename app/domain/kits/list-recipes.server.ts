import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";
import type { RecipeLine } from "./lots-for-kits.server.ts";

/** What goes into one kit of an item. */
export interface Recipe {
  itemId: string;
  item: string;
  unit: string;
  components: RecipeLine[];
}

/** The recipes within reach, by the kit's name; or that of one item. */
export async function listRecipes(
  actor: MemberActor,
  filter: { itemId?: string | undefined } = {},
): Promise<Recipe[]> {
  const rows = await db.execute<Listed>(sql`
    select kit.id as "itemId", kit.name as item, kit.base_unit as unit,
           json_agg(json_build_object('itemId', i.id, 'item', i.name, 'unit', i.base_unit, 'perKit', r.quantity::text)
                    order by r.n) as components
    from kit_recipes r
    join items kit on kit.id = r.item_id
    join items i on i.id = r.component_id
    where ${withinReach(actor, sql`kit.organization_id`)}
      ${filter.itemId ? sql`and kit.id = ${filter.itemId}::uuid` : sql``}
    group by kit.id order by kit.name collate "zh-x-icu", kit.id`);
  return rows.map((row) => ({
    ...row,
    components: row.components.map((line) => ({ ...line, perKit: BigInt(line.perKit) })),
  }));
}

type Listed = Omit<Recipe, "components"> & {
  components: (Omit<RecipeLine, "perKit"> & { perKit: string })[];
};
