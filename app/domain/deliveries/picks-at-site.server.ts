import { and, eq, gt } from "drizzle-orm";
import { type deliveries, deliveryLines, deliveryPicks, items, type Tx } from "#db";
import { refuse } from "../errors.ts";

export interface PickAtSite {
  pick: typeof deliveryPicks.$inferSelect;
  item: string;
  unit: string;
}

/** A delivery's picks in their order, each with its line's item: what the site got lot by lot. */
export async function picksAtSite(tx: Tx, deliveryId: string): Promise<PickAtSite[]> {
  return tx
    .select({ pick: deliveryPicks, item: items.name, unit: items.baseUnit })
    .from(deliveryPicks)
    .innerJoin(
      deliveryLines,
      and(eq(deliveryLines.deliveryId, deliveryPicks.deliveryId), eq(deliveryLines.n, deliveryPicks.lineN)),
    )
    .innerJoin(items, eq(items.id, deliveryLines.itemId))
    .where(eq(deliveryPicks.deliveryId, deliveryId))
    .orderBy(deliveryPicks.n);
}

/** Refuses (`stale`) a delivery that nobody signed for yet, not even for a part. */
export async function mustHaveCome(tx: Tx, { id, status }: typeof deliveries.$inferSelect): Promise<void> {
  if (status === "confirmed") return;
  const [came] = await tx
    .select({ n: deliveryLines.n })
    .from(deliveryLines)
    .where(and(eq(deliveryLines.deliveryId, id), gt(deliveryLines.partly, 0n)))
    .limit(1);
  if (!came) refuse("stale", { what: "delivery" });
}

/** What arrived good and is neither handed on nor sent back, in base units. */
export const leftOf = (picks: readonly PickAtSite[]): bigint =>
  picks.reduce((sum, { pick }) => sum + pick.good - pick.handedOver, 0n);

/** So much of one line, taken from its picks in their order; `more_than_left` when the site has less. */
export function takeInOrder(
  ofLine: readonly PickAtSite[],
  quantity: bigint,
): { pick: PickAtSite["pick"]; quantity: bigint }[] {
  const left = leftOf(ofLine);
  if (quantity > left) {
    const { item, unit } = ofLine[0]!;
    refuse("more_than_left", { item, unit, wanted: `${quantity}`, left: `${left}` });
  }
  let wanted = quantity;
  return ofLine.flatMap(({ pick }) => {
    const here = pick.good - pick.handedOver;
    const part = here < wanted ? here : wanted;
    wanted -= part;
    return part > 0n ? [{ pick, quantity: part }] : [];
  });
}
