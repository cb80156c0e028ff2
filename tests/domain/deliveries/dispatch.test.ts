import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, sourceLots } from "#db";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { deliverMasks, snapshotOf } from "#tests/support/boxes.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";

test("what expired while it waited does not leave; called off, it goes back to be written off", async () => {
  const world = await makeWorld();
  const [lot = ""] = await stockMasks(world, { quantity: "100", expiresOn: "2099-01-01" });
  const { id } = await deliverMasks(world, 10);
  await db
    .update(sourceLots)
    .set({ expiresOn: "2022-05-01" })
    .where(eq(sourceLots.assetId, BigInt(lot)));
  const before = await snapshotOf(world);
  const send = () => dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: id });
  expect(await refusalCode(send())).toBe("lot_expired");
  expect(await snapshotOf(world)).toEqual(before);
  await cancelDelivery(world.actors.warehouse_keeper, uuidv7(), { deliveryId: id, reason: "过期" });
  expect(await refusalCode(send())).toBe("delivery_cancelled");
});
