import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { cases, db } from "#db";
import { confirmDelivery } from "#app/domain/deliveries/confirm.server.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { ConfirmDelivery, CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { assembleKits } from "#app/domain/kits/assemble.server.ts";
import { AssembleKits } from "#app/domain/kits/schema.ts";
import { addItem, writeRecipe } from "./kits.ts";
import { bringBack } from "./returns.ts";
import { secondWarehouse, sendLots } from "./transfers.ts";
import type { World } from "./world.ts";
import { askToWriteOff } from "./write-offs.ts";

/** A kit in the world's bin, a transfer on the road, a return and a request to write off; `lot` has some at the dock. */
export async function oneOfEachAct(world: World, lot: string) {
  const kitItem = await addItem(world, "口罩包", "个", "kit");
  await writeRecipe(world, kitItem.id, [[world.mask.id, "1"]]);
  const kit = await assembleKits(
    world.actors.warehouse_keeper,
    uuidv7(),
    AssembleKits.parse({
      warehouseId: world.warehouse.id,
      itemId: kitItem.id,
      quantity: "3",
      binId: world.bin.id,
    }),
  );
  const there = await secondWarehouse(world);
  const transfer = await sendLots(world, there.id, [[lot, "1"]]);
  const back = await bringBack(world, (await signedDelivery(world)).id, "2");
  const writeOff = await askToWriteOff(world, lot, { quantity: "1" });
  return {
    secondWarehouse: there.id,
    kit: kit.id,
    kitItem: kitItem.id,
    kitLot: kit.lots[0] ?? "",
    transfer: transfer.id,
    return: back.id,
    "write-off": writeOff.id,
    case: await caseOfMissing(world),
  };
}

/** A case about a mask that did not come. */
async function caseOfMissing(world: World): Promise<string> {
  const delivery = await signedDelivery(world, [{ n: 1, good: "4", reason: "lost_on_the_way" }]);
  const [row] = await db.select().from(cases).where(eq(cases.deliveryId, delivery.id));
  return row!.id;
}

async function signedDelivery(world: World, lines: z.input<typeof ConfirmDelivery>["lines"] = []) {
  const input = CreateDelivery.parse({
    warehouseId: world.warehouse.id,
    siteId: world.site.id,
    boxes: "1",
    lines: [{ itemId: world.mask.id, quantity: "5" }],
  });
  const made = await createDelivery(world.actors.warehouse_keeper, uuidv7(), input);
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: made.id });
  const { code, pin } = made;
  const receipt = ConfirmDelivery.parse({ code, pin, name: "刘书记", lines });
  await confirmDelivery({ kind: "receiver", address: "192.0.2.1" }, uuidv7(), receipt);
  return made;
}
