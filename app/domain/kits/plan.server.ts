import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import { pickFirstExpired } from "../stock/pick.ts";
import type { Recipe } from "./list-recipes.server.ts";
import { lotsForKits, type RecipeLine } from "./lots-for-kits.server.ts";

/** How many kits a warehouse has the components for. */
export interface KitPlan {
  kits: bigint;
  components: (RecipeLine & {
    available: bigint;
    /** How many kits this one alone is enough for; the least of them limits the kits. */
    enoughFor: bigint;
  })[];
}

/** More than any warehouse holds. */
const EVERYTHING = 10n ** 15n;

/** What could be put together today, by the very rule that picks the components. */
export async function planKits(
  actor: MemberActor,
  warehouseId: string,
  recipe: Recipe,
  restrictionId: string | null,
): Promise<KitPlan> {
  const warehouse = await findWarehouse(db, actor, warehouseId);
  const lots = await lotsForKits(db, warehouse, recipe.components, restrictionId, { lock: false });
  const components = recipe.components.map((line) => {
    const { short } = pickFirstExpired(lots.get(line.itemId) ?? [], EVERYTHING, todayInShanghai(), () => 0);
    const available = EVERYTHING - short;
    return { ...line, available, enoughFor: available / line.perKit };
  });
  const kits = components.reduce(
    (least, { enoughFor }) => (enoughFor < least ? enoughFor : least),
    components[0]?.enoughFor ?? 0n,
  );
  return { kits, components };
}
