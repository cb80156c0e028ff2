import { uuidv7 } from "uuidv7";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { makeWorld, stockMasks } from "./world.ts";

/** A world with a delivery of masks packed for its site: 3 箱 × 20 只 unless told. */
export async function packedWorld(line: { quantity: string; packName?: string; packSize?: string } = packs) {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "500", value: "1000" });
  const input = CreateDelivery.parse({
    warehouseId: world.warehouse.id,
    siteId: world.site.id,
    boxes: "3",
    lines: [{ itemId: world.mask.id, ...line }],
  });
  const delivery = await createDelivery(world.actors.warehouse_keeper, uuidv7(), input);
  return { world, delivery };
}

const packs = { quantity: "3", packName: "箱", packSize: "20" };

/** The same, on the road. */
export async function roadWorld(line?: Parameters<typeof packedWorld>[0]) {
  const packed = await packedWorld(line);
  await dispatchDelivery(packed.world.actors.dispatcher, uuidv7(), { deliveryId: packed.delivery.id });
  return packed;
}
