import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { db } from "#db";
import type { MemberActor } from "#app/domain/actor.ts";
import { addBin } from "#app/domain/places/add-bin.server.ts";
import { AddBin } from "#app/domain/places/schema.ts";
import { putAway } from "#app/domain/stock/put-away.server.ts";
import { approveStocktake } from "#app/domain/stocktakes/approve.server.ts";
import { countBin } from "#app/domain/stocktakes/count-bin.server.ts";
import { getBinSheet } from "#app/domain/stocktakes/get-sheet.server.ts";
import { openStocktake } from "#app/domain/stocktakes/open.server.ts";
import { ApproveStocktake, CountBin, OpenStocktake } from "#app/domain/stocktakes/schema.ts";
import { makeWorld, stockMasks, type World } from "./world.ts";

/** A world with one lot of masks per quantity in its bin, worth 10 yuan for 100; answers the lots too. */
export async function shelvedWorld(...quantities: string[]) {
  const world = await makeWorld();
  const lots = await stockMasks(world, ...quantities.map((quantity) => ({ quantity, value: "10" })));
  await shelve(
    world,
    lots.map((lot, i) => ({ lot, binId: world.bin.id, quantity: quantities[i]! })),
  );
  return { world, lots, account: `${world.bin.accountId}` };
}

/** Takes lots from the dock to bins. */
export const shelve = (world: World, lines: { lot: string; binId: string; quantity: string }[]) =>
  putAway(world.actors.warehouse_keeper, uuidv7(), {
    warehouseId: world.warehouse.id,
    lines: lines.map(({ lot, binId, quantity }) => ({ assetId: lot, binId, quantity: BigInt(quantity) })),
  });

/** Another bin of the world's warehouse, with its account. */
export async function anotherBin(world: World, name: string) {
  const { id } = await addBin(
    world.actors.warehouse_keeper,
    uuidv7(),
    AddBin.parse({ warehouseId: world.warehouse.id, name }),
  );
  const [bin] = await db.execute<{ account: string }>(
    sql`select account_id::text as account from bins where id = ${id}`,
  );
  return { id, account: bin!.account };
}

/** A count of the world's one bin, unless told otherwise. */
export const opened = (
  world: World,
  input: Partial<z.input<typeof OpenStocktake>> = {},
  requestId = uuidv7(),
) =>
  openStocktake(
    world.actors.warehouse_keeper,
    requestId,
    OpenStocktake.parse({ warehouseId: world.warehouse.id, kind: "cycle", binIds: [world.bin.id], ...input }),
  );

/** Counts a place as its sheet stands now: base units by lot; lots left out were not there. */
export async function count(
  actor: MemberActor,
  stocktakeId: string,
  accountId: string,
  counts: Record<string, string | number | bigint>,
  { since, requestId = uuidv7() }: { since?: string; requestId?: string } = {},
) {
  const known = since ?? (await getBinSheet(actor, stocktakeId, accountId)).since;
  const input = CountBin.parse({
    stocktakeId,
    accountId,
    since: known,
    counts: Object.entries(counts).map(([assetId, counted]) => ({ assetId, counted })),
  });
  return countBin(actor, requestId, input);
}

/** Approved by the fund officer, all differences as lost, unless told otherwise. */
export const approve = (
  world: World,
  stocktakeId: string,
  input: Partial<z.input<typeof ApproveStocktake>> = {},
  actor: MemberActor = world.actors.fund_officer,
  requestId = uuidv7(),
) =>
  approveStocktake(actor, requestId, ApproveStocktake.parse({ stocktakeId, restReason: "lost", ...input }));

/** What a place holds of a lot by the books: base units and fen. */
export async function heldAt(account: string, asset: string): Promise<{ amount: bigint; valueFen: bigint }> {
  const [row] = await db.execute<{ amount: string; value: string }>(sql`
    select amount::text, value_fen::text as value from balances
    where account_id = ${account}::bigint and asset_id = ${asset}::bigint`);
  return { amount: BigInt(row?.amount ?? 0), valueFen: BigInt(row?.value ?? 0) };
}
