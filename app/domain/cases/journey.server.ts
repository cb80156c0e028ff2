import { eq } from "drizzle-orm";
import { deliveries, sites, transfers, type Tx, warehouses } from "#db";
import { notFound } from "../errors.ts";
import type { CaseAbout, FoundPlace } from "./decision.ts";

/** The delivery or the transfer that a case is about, as far as deciding asks. */
export interface Journey {
  about: CaseAbout;
  /** Null of a transfer. */
  delivery: typeof deliveries.$inferSelect | null;
  /** Who sent it on its way; null for a program. */
  sentBy: string | null;
  /** The account of each place where its goods may turn up. */
  places: Partial<Record<FoundPlace, bigint>>;
  /** The account of a transfer on its road; null of a delivery. */
  road: bigint | null;
}

/** What a case is about; a delivery is locked, since what turns up at the site may be handed on from then. */
export async function lockJourney(
  tx: Tx,
  { deliveryId, transferId }: { deliveryId: string | null; transferId: string | null },
): Promise<Journey> {
  if (deliveryId !== null) return lockDelivery(tx, deliveryId);
  return transferId === null ? notFound("transfer") : findTransfer(tx, transferId);
}

async function lockDelivery(tx: Tx, deliveryId: string): Promise<Journey> {
  const [row] = await tx
    .select({ delivery: deliveries, warehouse: warehouses.dockAccountId, site: sites.accountId })
    .from(deliveries)
    .innerJoin(warehouses, eq(warehouses.id, deliveries.warehouseId))
    .innerJoin(sites, eq(sites.id, deliveries.siteId))
    .where(eq(deliveries.id, deliveryId))
    .for("update", { of: deliveries });
  if (!row) return notFound("delivery");
  const { delivery, ...places } = row;
  return { about: "delivery", delivery, sentBy: delivery.dispatchedBy, places, road: null };
}

async function findTransfer(tx: Tx, transferId: string): Promise<Journey> {
  const [transfer] = await tx.select().from(transfers).where(eq(transfers.id, transferId));
  if (!transfer) return notFound("transfer");
  const dockOf = async (warehouseId: string) =>
    (await tx.select().from(warehouses).where(eq(warehouses.id, warehouseId)))[0]!.dockAccountId;
  const origin = await dockOf(transfer.fromWarehouseId);
  const destination = await dockOf(transfer.toWarehouseId);
  const { sentBy, accountId: road } = transfer;
  return { about: "transfer", delivery: null, sentBy, places: { origin, destination }, road };
}
