import { and, eq, inArray } from "drizzle-orm";
import { type Reader, stocktakes, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";

export type Stocktake = typeof stocktakes.$inferSelect;

/** A stocktake within reach. */
export async function findStocktake(reader: Reader, actor: MemberActor, id: string): Promise<Stocktake> {
  const [found] = await reader.select().from(stocktakes).where(within(actor, id));
  return found ?? notFound("stocktake");
}

/**
 * A stocktake within reach that is still being counted, locked: `share` for those who count, side by side; `update` for
 * whoever closes it, so that no count comes in between.
 */
export async function lockOpenStocktake(
  tx: Tx,
  actor: MemberActor,
  id: string,
  strength: "share" | "update",
): Promise<Stocktake> {
  const [found] = await tx.select().from(stocktakes).where(within(actor, id)).for(strength);
  if (!found) return notFound("stocktake");
  if (found.status !== "counting") refuse("stocktake_closed", { number: found.number });
  return found;
}

const within = (actor: MemberActor, id: string) =>
  and(eq(stocktakes.id, id), inArray(stocktakes.organizationId, [...actor.reach]));
