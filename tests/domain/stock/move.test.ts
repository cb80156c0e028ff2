import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeEach, expect, test } from "vitest";
import { balances, db } from "#db";
import { packBoxes } from "#app/domain/boxes/pack.server.ts";
import { PackBoxes } from "#app/domain/boxes/schema.ts";
import { moveStock } from "#app/domain/stock/move.server.ts";
import { MoveStock } from "#app/domain/stock/schema.ts";
import { placesOf } from "#tests/support/consignments.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

let world: World;
let places: Awaited<ReturnType<typeof placesOf>>;
let asset: string;
beforeEach(async () => {
  world = await makeWorld();
  places = await placesOf(world);
  [asset = ""] = await stockMasks(world, { quantity: "100", value: "10" });
});

const move = (input: object, requestId = uuidv7(), actor = world.actors.warehouse_keeper) =>
  moveStock(
    actor,
    requestId,
    MoveStock.parse({
      ...{ warehouseId: world.warehouse.id, assetId: asset, fromAccount: `${places.dock}` },
      ...{ to: world.bin.id, quantity: "30" },
      ...input,
    }),
  );

async function heldAt(account: bigint) {
  const [row] = await db
    .select()
    .from(balances)
    .where(and(eq(balances.accountId, account), eq(balances.assetId, BigInt(asset))));
  return row && { amount: row.amount, valueFen: row.valueFen };
}

test("a part of a lot moves with its share of the value, once for each request", async () => {
  const requestId = uuidv7();
  const [first, again] = [await move({}, requestId), await move({}, requestId)];
  expect(again).toEqual(first);
  expect(await heldAt(places.dock)).toEqual({ amount: 70n, valueFen: 700n });
  expect(await heldAt(places.bin)).toEqual({ amount: 30n, valueFen: 300n });
});

test("into quarantine and out of it only with a reason", async () => {
  expect(await refusalCode(move({ to: "quarantine" }))).toBe("invalid");
  await move({ to: "quarantine", reason: "包装破了" });
  const back = { fromAccount: `${places.quarantine}`, to: "dock" };
  expect(await refusalCode(move(back))).toBe("invalid");
  await move({ ...back, reason: "查过，是好的" });
  expect(await heldAt(places.dock)).toEqual({ amount: 100n, valueFen: 1000n });
});

test("expired goods do not leave quarantine", async () => {
  [asset = ""] = await stockMasks(world, { quantity: "30", expiresOn: "2020-01-01" });
  await move({ to: "quarantine", reason: "过期" });
  expect(await refusalCode(move({ fromAccount: `${places.quarantine}`, to: "dock", reason: "还能用" }))).toBe(
    "lot_expired_at_intake",
  );
  expect(await heldAt(places.quarantine)).toEqual({ amount: 30n, valueFen: 0n });
});

test("not more than stands there, not to where it stands, not from the packing area, not past its boxes", async () => {
  expect(await refusalCode(move({ quantity: "101" }))).toBe("insufficient_stock");
  expect(await refusalCode(move({ to: "dock" }))).toBe("invalid");
  expect(await refusalCode(move({ fromAccount: `${world.warehouse.stagingAccountId}` }))).toBe("not_found");
  await packBoxes(
    world.actors.warehouse_keeper,
    uuidv7(),
    PackBoxes.parse({
      ...{ warehouseId: world.warehouse.id, assetId: asset, accountId: `${places.dock}` },
      ...{ boxes: "1", quantity: "80" },
    }),
  );
  expect(await refusalCode(move({}))).toBe("boxes_hold_it");
  expect(await heldAt(places.dock)).toEqual({ amount: 100n, valueFen: 1000n });
});

test("another organization's warehouse, lot and bin are not found", async () => {
  const other = await makeWorld();
  const [theirs] = await stockMasks(other, { quantity: "100" });
  expect(await refusalCode(move({ warehouseId: other.warehouse.id }))).toBe("not_found");
  expect(await refusalCode(move({ assetId: theirs }))).toBe("not_found");
  expect(await refusalCode(move({ to: other.bin.id }))).toBe("not_found");
});

test("two at once cannot both take the last of a lot", async () => {
  const codes = await Promise.all([
    refusalCode(move({ quantity: "60" })),
    refusalCode(move({ quantity: "60" })),
  ]);
  expect(codes.sort()).toEqual(["done", "insufficient_stock"]);
});
