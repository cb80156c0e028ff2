import { eq } from "drizzle-orm";
import { deliveries, type Tx } from "#db";
import { refuse } from "../errors.ts";
import type { LockedBox } from "./lock-box.server.ts";

/** Refuses (`box_with_delivery`) a box that is set aside for a delivery, or went with one. */
export async function mustBeFree(tx: Tx, { code, deliveryId }: LockedBox): Promise<void> {
  if (deliveryId === null) return;
  const [delivery] = await tx.select().from(deliveries).where(eq(deliveries.id, deliveryId));
  refuse("box_with_delivery", { code, number: delivery!.number });
}
