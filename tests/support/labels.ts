import { eq } from "drizzle-orm";
import { db, labels } from "#db";
import { packBoxes } from "#app/domain/boxes/pack.server.ts";
import { PackBoxes } from "#app/domain/boxes/schema.ts";
import { uuidv7 } from "uuidv7";
import { stockMasks, type World } from "./world.ts";

/** A label as the database keeps it. */
export async function labelRow(code: string) {
  const [row] = await db.select().from(labels).where(eq(labels.code, code));
  if (!row) throw new Error(`no label ${code}`);
  return row;
}

/** So many labelled boxes of 100 masks at the dock; answers their codes and the lot. */
export async function boxesOfMasks(world: World, boxes: number, lot: Parameters<typeof stockMasks>[1] = {}) {
  const [assetId = ""] = await stockMasks(world, { quantity: `${100 * boxes}`, ...lot });
  const packed = await packBoxes(
    world.actors.warehouse_keeper,
    uuidv7(),
    PackBoxes.parse({
      warehouseId: world.warehouse.id,
      assetId,
      accountId: `${world.warehouse.dockAccountId}`,
      boxes,
      quantity: "100",
    }),
  );
  return { assetId, codes: packed.codes };
}
