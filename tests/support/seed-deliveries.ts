import { pino } from "pino";
import { uuidv7 } from "uuidv7";
import { startDatabase } from "#app/database.server.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { makeWorld, stockMasks } from "./world.ts";

/** Prints the codes and PINs of `count` deliveries on the road, in a database of DATA_DIR's own. */
async function seedDeliveries(count: number) {
  const database = await startDatabase(pino({ level: "silent" }));
  const world = await makeWorld();
  await stockMasks(world, { quantity: String(count * 10), value: "1234.56" });
  const sent = [];
  for (let n = 0; n < count; n += 1) {
    const input = CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId: world.site.id,
      boxes: "1",
      lines: [{ itemId: world.mask.id, quantity: "10" }],
    });
    const { id } = await createDelivery(world.actors.warehouse_keeper, uuidv7(), input);
    const { code, pin } = await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: id });
    sent.push({ code, pin });
  }
  await database.close();
  console.log(JSON.stringify(sent));
}

seedDeliveries(Number(process.argv[2])).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
