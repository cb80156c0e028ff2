import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { items, kitRecipes, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import type { SetRecipe } from "./schema.ts";

/**
 * Writes down what goes into one kit of an item; kits that are put together already keep what is in them. A kit holds no
 * kits (`invalid`: `kit_in_kit`, `kit_in_itself`), so that a gift is found in it at once.
 */
export async function setRecipe(actor: MemberActor, requestId: string, input: SetRecipe) {
  return perform({ actor, action: "kit.assemble", requestId, input }, async (tx) => {
    const ids = [input.itemId, ...input.components.map(({ itemId }) => itemId)];
    const found = await tx
      .select({ id: items.id, organizationId: items.organizationId })
      .from(items)
      .where(
        and(
          inArray(items.id, ids),
          inArray(items.organizationId, [...actor.reach]),
          isNull(items.mergedInto),
        ),
      )
      .orderBy(items.id)
      .for("key share");
    const organizationOf = new Map(found.map((item) => [item.id, item.organizationId]));
    if (ids.some((id) => !organizationOf.has(id))) return notFound("item");
    const organizationId = organizationOf.get(input.itemId)!;
    // Two recipes at once could each make the other's kit a component.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`kit_recipes/${organizationId}`}, 0))`,
    );
    await refuseNesting(tx, input);
    await tx.delete(kitRecipes).where(eq(kitRecipes.itemId, input.itemId));
    await tx.insert(kitRecipes).values(
      input.components.map(({ itemId: componentId, quantity }, i) => ({
        itemId: input.itemId,
        n: i + 1,
        componentId,
        quantity,
      })),
    );
    return { result: { id: input.itemId }, organizationId, subjectId: input.itemId };
  });
}

async function refuseNesting(tx: Tx, { itemId, components }: SetRecipe): Promise<void> {
  const [holder] = await tx.select().from(kitRecipes).where(eq(kitRecipes.componentId, itemId)).limit(1);
  if (holder) refuse("invalid", { fields: { itemId: "kit_in_kit" } });
  const kits = await tx
    .selectDistinct({ itemId: kitRecipes.itemId })
    .from(kitRecipes)
    .where(
      inArray(
        kitRecipes.itemId,
        components.map((component) => component.itemId),
      ),
    );
  const isKit = new Set(kits.map((kit) => kit.itemId));
  const fields = components.flatMap((component, i): [string, string][] => {
    if (component.itemId === itemId) return [[`components.${i}.itemId`, "kit_in_itself"]];
    return isKit.has(component.itemId) ? [[`components.${i}.itemId`, "kit_in_kit"]] : [];
  });
  if (fields.length > 0) refuse("invalid", { fields: Object.fromEntries(fields) });
}
