import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { db, items } from "#db";
import type { AccountKind, ItemCategory } from "#db/vocabulary";
import { receiveGoods } from "#app/domain/gifts/receive-goods.server.ts";
import { type GoodsLine, ReceiveGoods } from "#app/domain/gifts/schema.ts";
import { assembleKits } from "#app/domain/kits/assemble.server.ts";
import { AssembleKits, SetRecipe, TakeKitsApart } from "#app/domain/kits/schema.ts";
import { setRecipe } from "#app/domain/kits/set-recipe.server.ts";
import { takeKitsApart } from "#app/domain/kits/take-apart.server.ts";
import { makeWorld, type World } from "./world.ts";

export type KitWorld = Awaited<ReturnType<typeof makeKitWorld>>;

/** A world with a kit (防疫包) of 10 masks and 1 bottle of gel. */
export async function makeKitWorld() {
  const world = await makeWorld();
  const gel = await addItem(world, "免洗洗手液", "瓶", "disinfection");
  const kit = await addItem(world, "防疫包", "个", "kit");
  await writeRecipe(world, kit.id, [
    [world.mask.id, "10"],
    [gel.id, "1"],
  ]);
  return { ...world, gel, kit };
}

export async function addItem(world: World, name: string, baseUnit: string, category: ItemCategory) {
  const [item] = await db
    .insert(items)
    .values({ id: uuidv7(), organizationId: world.organizationId, name, category, baseUnit })
    .returning();
  return item!;
}

export const writeRecipe = (world: World, itemId: string, components: [itemId: string, quantity: string][]) =>
  setRecipe(
    world.actors.warehouse_keeper,
    uuidv7(),
    SetRecipe.parse({ itemId, components: components.map(([itemId, quantity]) => ({ itemId, quantity })) }),
  );

/** A gift of one line at the dock, from a donor of its own; answers the lot's asset id and the gift. */
export async function give(
  world: World,
  item: { name: string; baseUnit: string },
  line: Partial<z.input<typeof GoodsLine>> & { donor?: string },
) {
  const { donor = "测试捐赠有限公司", ...rest } = line;
  const input = ReceiveGoods.parse({
    warehouseId: world.warehouse.id,
    donor,
    receivedOn: "2022-03-14",
    lines: [{ item: item.name, unit: item.baseUnit, quantity: "100", ...rest }],
  });
  const gift = await receiveGoods(world.actors.warehouse_keeper, uuidv7(), input);
  return { lot: gift.lots[0]!, gift };
}

export const assemble = (
  world: KitWorld,
  quantity: string,
  more: Partial<z.input<typeof AssembleKits>> = {},
  requestId = uuidv7(),
) =>
  assembleKits(
    world.actors.warehouse_keeper,
    requestId,
    AssembleKits.parse({ warehouseId: world.warehouse.id, itemId: world.kit.id, quantity, ...more }),
  );

export const takeApart = (
  world: KitWorld,
  assetId: string,
  quantity: string,
  more: Partial<z.input<typeof TakeKitsApart>> = {},
) =>
  takeKitsApart(
    world.actors.warehouse_keeper,
    uuidv7(),
    TakeKitsApart.parse({
      warehouseId: world.warehouse.id,
      assetId,
      accountId: `${world.warehouse.dockAccountId}`,
      quantity,
      ...more,
    }),
  );

/** What accounts of these kinds hold of a lot, in base units and fen. */
export async function heldBy(world: World, asset: string, ...kinds: AccountKind[]) {
  const [row] = await db.execute<{ amount: string; valueFen: string }>(sql`
    select coalesce(sum(b.amount), 0)::text as amount, coalesce(sum(b.value_fen), 0)::text as "valueFen"
    from balances b join accounts a on a.id = b.account_id
    where a.organization_id = ${world.organizationId} and b.asset_id = ${asset}::bigint
      and a.kind = any(${sql.param(kinds)}::text[])`);
  return { amount: BigInt(row!.amount), valueFen: BigInt(row!.valueFen) };
}

/** Every balance of the world's organization: what must be the same again after a refusal or a reversal. */
export async function allBalances(world: World): Promise<string[]> {
  const rows = await db.execute<{ line: string }>(sql`
    select a.kind || ' ' || a.name || ' ' || b.asset_id || ' ' || b.amount || ' ' || b.value_fen as line
    from balances b join accounts a on a.id = b.account_id
    where a.organization_id = ${world.organizationId} and b.amount > 0 order by 1`);
  return rows.map(({ line }) => line);
}
