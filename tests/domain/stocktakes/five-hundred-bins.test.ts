import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { bins, db } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { finishPicking } from "#app/domain/deliveries/finish-picking.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { startPicking } from "#app/domain/deliveries/start-picking.server.ts";
import { openAccounts } from "#app/domain/ledger/open-accounts.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { getStocktake } from "#app/domain/stocktakes/get.server.ts";
import { listDifferences } from "#app/domain/stocktakes/list-differences.server.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { approve, count, opened, shelve } from "#tests/support/stocktake.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const BINS = 500;
const IN_EACH = 20;
const COUNTERS = 4;

/** Five hundred bins, each with a lot of its own: the earlier the bin, the sooner it expires and is picked. */
async function fullWarehouse(world: World) {
  const names = Array.from({ length: BINS }, (_, i) => `C-${String(i + 1).padStart(3, "0")}`);
  const made = await db.transaction(async (tx) => {
    const accounts = await openAccounts(tx, world.organizationId, "bin", names);
    return tx
      .insert(bins)
      .values(
        names.map((name, i) => ({
          id: uuidv7(),
          warehouseId: world.warehouse.id,
          name,
          accountId: accounts[i]!,
        })),
      )
      .returning();
  });
  const inOrder = made.sort((a, b) => (a.name < b.name ? -1 : 1));
  const day = (i: number) => new Date(Date.UTC(2040, 0, 1 + i)).toISOString().slice(0, 10);
  const places: Place[] = [];
  for (let at = 0; at < BINS; at += 100) {
    const some = inOrder.slice(at, at + 100);
    const lots = await stockMasks(
      world,
      ...some.map((_, i) => ({ quantity: `${IN_EACH}`, value: "33.33", expiresOn: day(at + i) })),
    );
    const lines = some.map((bin, i) => ({ lot: lots[i]!, binId: bin.id, quantity: `${IN_EACH}` }));
    await shelve(world, lines);
    places.push(
      ...some.map((bin, i) => ({
        name: bin.name,
        binId: bin.id,
        account: `${bin.accountId}`,
        lot: lots[i]!,
      })),
    );
  }
  return places;
}

interface Place {
  name: string;
  binId: string;
  account: string;
  lot: string;
}

/** What is wrong in every twelfth bin, forty of them in all: too much, short, or empty; one of them is picked from. */
function plantedIn(places: Place[]): Map<string, number> {
  const off = [3, -1, -IN_EACH, 7];
  const spread = Array.from({ length: 40 }, (_, i) => places[i * 12 + 1]!);
  return new Map(spread.map(({ account }, i) => [account, off[i % off.length]!]));
}

test("of 500 bins the 40 with a difference are found, while two deliveries are picked from some of them", async () => {
  const world = await makeWorld();
  const places = await fullWarehouse(world);
  const planted = plantedIn(places);
  const { warehouse_keeper, dispatcher, administrator, fund_officer } = world.actors;
  const { id } = await opened(world, { binIds: places.map(({ binId }) => binId) });
  const deliveries = [];
  for (const boxes of ["1", "2"]) {
    const lines = [{ itemId: world.mask.id, quantity: `${2 * IN_EACH + 5}` }];
    const input = { warehouseId: world.warehouse.id, siteId: world.site.id, boxes, lines };
    deliveries.push(await createDelivery(dispatcher, uuidv7(), CreateDelivery.parse(input)));
  }
  for (const delivery of deliveries) {
    await startPicking(dispatcher, uuidv7(), { deliveryId: delivery.id });
  }
  const taken = await takenFrom(deliveries);
  expect(taken.size).toBe(5);
  expect([...taken.keys()].filter((account) => planted.has(account))).toHaveLength(1);

  /** What stands on the shelf: what was put there, less what was picked, and what nobody wrote down. */
  const onShelf = (place: Place, picked: bigint) =>
    BigInt(IN_EACH) - picked + BigInt(planted.get(place.account) ?? 0);
  const countAll = async (counter: UserActor, mine: Place[], picked: (place: Place) => bigint) => {
    const refused: string[] = [];
    for (const place of mine) {
      const counted = onShelf(place, picked(place));
      const work = count(counter, id, place.account, counted > 0n ? { [place.lot]: counted } : {});
      const code = await refusalCode(work);
      if (code !== "done") refused.push(`${code} ${place.account}`);
    }
    return refused;
  };
  const team = [warehouse_keeper, dispatcher, administrator, warehouse_keeper].slice(0, COUNTERS);
  const refused = await Promise.all(
    team.map((counter, n) =>
      countAll(
        counter,
        places.filter((_, i) => i % COUNTERS === n),
        () => 0n,
      ),
    ),
  );
  expect(refused.flat().sort()).toEqual(
    [...taken.keys()].map((account) => `bin_being_picked ${account}`).sort(),
  );
  expect(await getStocktake(fund_officer, id)).toMatchObject({ counted: BINS - taken.size });
  expect(await refusalCode(approve(world, id))).toBe("bins_not_counted");

  for (const delivery of deliveries) {
    await finishPicking(dispatcher, uuidv7(), { deliveryId: delivery.id });
  }
  const late = places.filter(({ account }) => taken.has(account));
  expect(await countAll(dispatcher, late, ({ account }) => taken.get(account)!)).toEqual([]);

  const found = await listDifferences(fund_officer, id);
  expect(found).toHaveLength(40);
  expect(new Map(found.map((line) => [line.accountId, Number(line.counted - line.expected)]))).toEqual(
    planted,
  );

  await approve(world, id, { restReason: "lost" });
  const held = await heldIn(places);
  for (const place of places) {
    const left = onShelf(place, taken.get(place.account) ?? 0n);
    expect([place.name, held.get(place.account) ?? 0n]).toEqual([place.name, left]);
  }
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
}, 120_000);

async function takenFrom(deliveries: { id: string }[]): Promise<Map<string, bigint>> {
  const rows = await db.execute<{ account: string; quantity: string }>(sql`
    select from_account::text as account, sum(quantity)::text as quantity from delivery_picks
    where delivery_id = any(${sql.param(deliveries.map(({ id }) => id))}::uuid[]) group by 1`);
  return new Map(rows.map(({ account, quantity }) => [account, BigInt(quantity)]));
}

async function heldIn(places: Place[]): Promise<Map<string, bigint>> {
  const rows = await db.execute<{ account: string; amount: string }>(sql`
    select account_id::text as account, sum(amount)::text as amount from balances
    where account_id = any(${sql.param(places.map(({ account }) => account))}::bigint[]) group by 1`);
  return new Map(rows.map(({ account, amount }) => [account, BigInt(amount)]));
}
