import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "#db";
import { lockEnough } from "#app/domain/stock/candidates.server.ts";
import { listStock } from "#app/domain/stock/list.server.ts";
import { pick } from "#app/domain/stock/pick.ts";
import { receiveGoods } from "#app/domain/gifts/receive-goods.server.ts";
import { ReceiveGoods } from "#app/domain/gifts/schema.ts";
import { makeWorld, type World } from "#tests/support/world.ts";
import type { Figure } from "./figure.ts";

const ITEMS = 200;
const LOTS_OF_AN_ITEM = 250;
/** Each lot came in and then went to and fro between the dock and its bin. */
const POSTINGS_OF_A_LOT = 20;
const TRIES = 15;

/** A warehouse of 50,000 lots with 1,000,000 postings behind them: its stock by item, and picking 200 lines from it. */
export async function* benchStock(): AsyncGenerator<Figure> {
  const world = await makeWorld();
  const itemIds = await fill(world);
  await db.execute(sql`analyze`);
  yield {
    name: "stock by item over 1,000,000 postings, 50 of 200 items with 250 lots each",
    figure: await median(() => listStock(world.actors.auditor, { warehouseId: world.warehouse.id, lots: 0 })),
    unit: "ms",
    reference: { name: "limit", figure: 50 },
    goal: { atMost: 1 },
  };
  yield {
    name: "picking 200 lines first expired, first out among 50,000 lots",
    figure: await median(() => pickAndTakeBack(world, itemIds)),
    unit: "ms",
    reference: { name: "limit", figure: 200 },
    goal: { atMost: 1 },
  };
}

class TakenBack extends Error {}

async function pickAndTakeBack(world: World, itemIds: readonly string[]): Promise<void> {
  const { site, warehouse } = world;
  const to = { siteId: site.id, siteKind: site.kind, townshipCode: site.townshipCode };
  const wanted = new Map(itemIds.map((itemId) => [itemId, 25n]));
  try {
    await db.transaction(async (tx) => {
      const lots = await lockEnough(tx, warehouse, { wanted, to, day: "2022-05-10" });
      for (const itemId of itemIds) {
        const { short } = pick(lots.get(itemId) ?? [], 25n, to, "2022-05-10");
        if (short > 0n) throw new Error("nothing may be short");
      }
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
}

/** Milliseconds, of so many tries after one to warm up. */
async function median(work: () => Promise<unknown>): Promise<number> {
  await work();
  const took: number[] = [];
  for (let i = 0; i < TRIES; i += 1) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return took.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? Infinity;
}

/** One lot of each item by the verb; 249 more of each like it, and their journal, set-based. */
async function fill(world: World): Promise<string[]> {
  const input = ReceiveGoods.parse({
    warehouseId: world.warehouse.id,
    donor: "捐赠人",
    receivedOn: "2022-03-14",
    lines: Array.from({ length: ITEMS }, (_, i) => ({
      item: `物资 ${i}`,
      unit: "只",
      quantity: "10",
      value: "10",
    })),
  });
  const gift = await receiveGoods(world.actors.warehouse_keeper, uuidv7(), input);
  const dock = `${world.warehouse.dockAccountId}`;
  const bin = `${world.bin.accountId}`;
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      create temporary table new_lots on commit drop as
      select nextval(pg_get_serial_sequence('assets', 'id')) as asset, l.item_id, l.gift_id, g,
             ${ITEMS}::int + row_number() over () as n
      from source_lots l cross join generate_series(2, ${LOTS_OF_AN_ITEM}::int) as g where l.gift_id = ${gift.id}`);
    await tx.execute(sql`insert into assets (id, kind) select asset, 'lot' from new_lots`);
    await tx.execute(sql`
      insert into source_lots (asset_id, organization_id, gift_id, n, item_id, quantity, expires_on, received_on,
                               value_fen, value_basis)
      select asset, ${world.organizationId}, gift_id, n, item_id, 10, date '2023-01-01' + (g * 7 % 365)::int,
             '2022-03-14', 1000, 'other_method' from new_lots`);
    await tx.execute(sql`
      create temporary table new_entries on commit drop as
      select gen_random_uuid() as id, step, part from generate_series(1, ${POSTINGS_OF_A_LOT}::int) as step
      cross join generate_series(0, 49) as part`);
    await tx.execute(sql`
      insert into entries (id, kind, organization_id, response_id, occurred_at, occurred_on, actor_kind, document_kind,
                           document_id)
      select id, case when step = 1 then 'gift.receive-goods' else 'stock.move' end, ${world.organizationId},
             ${world.responseId}, now(), '2022-03-14', 'operator', 'gift', ${gift.id}
      from new_entries order by step, part`);
    await tx.execute(sql`
      insert into postings (entry_id, n, from_account, to_account, asset_id, amount, value_fen)
      select e.id, row_number() over (partition by e.id),
             case when e.step = 1 then (select account_id from donors d join gifts g on g.donor_id = d.id where g.id = ${gift.id})
                  when e.step % 2 = 0 then ${dock}::bigint else ${bin}::bigint end,
             case when e.step % 2 = 0 then ${bin}::bigint else ${dock}::bigint end, l.asset, 10, 1000
      from new_entries e join new_lots l on l.n % 50 = e.part`);
    await tx.execute(sql`
      insert into balances (account_id, asset_id, amount, value_fen)
      select a.id, l.asset, case when a.id = ${bin}::bigint then 10 else 0 end, case when a.id = ${bin}::bigint then 1000 else 0 end
      from new_lots l cross join (select ${dock}::bigint as id union all select ${bin}::bigint) a`);
  });
  const found = await db.execute<{ id: string }>(
    sql`select distinct item_id as id from source_lots where gift_id = ${gift.id}`,
  );
  return found.map(({ id }) => id);
}
