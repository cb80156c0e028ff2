import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { balances, boxes, db, labels } from "#db";
import { loadBox } from "#app/domain/boxes/load.server.ts";
import { moveBox } from "#app/domain/boxes/move.server.ts";
import { nestBox } from "#app/domain/boxes/nest.server.ts";
import { packBoxes } from "#app/domain/boxes/pack.server.ts";
import { pickBox } from "#app/domain/boxes/pick.server.ts";
import { LoadBox, MoveBox, NestBox, PackBoxes, PickBox } from "#app/domain/boxes/schema.ts";
import { undoBoxEvent } from "#app/domain/boxes/undo.server.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { stockMasks, type World } from "./world.ts";

/** The world's warehouse with so many boxes of 10 masks each at its dock; answers their codes and the lot. */
export async function boxedMasks(world: World, count: number, loose = 0) {
  const [asset] = await stockMasks(world, { quantity: String(count * 10 + loose) });
  const { codes } = await packBoxes(
    world.actors.warehouse_keeper,
    uuidv7(),
    PackBoxes.parse({
      warehouseId: world.warehouse.id,
      assetId: asset,
      accountId: `${world.warehouse.dockAccountId}`,
      boxes: String(count),
      quantity: "10",
    }),
  );
  return { codes, asset: asset! };
}

/** Acts of the world's keeper; each answers the request's id, by which it may be undone. */
export const keeperOf = (world: World) => {
  const actor = world.actors.warehouse_keeper;
  return {
    move: async (code: string, to: string, reason?: string, id = uuidv7()) => {
      await moveBox(actor, id, MoveBox.parse({ code, to, reason }));
      return id;
    },
    nest: async (code: string, pallet: string | null, id = uuidv7()) => {
      await nestBox(actor, id, NestBox.parse({ code, pallet }));
      return id;
    },
    pick: async (deliveryId: string, code: string, quantity?: string, id = uuidv7()) => {
      await pickBox(actor, id, PickBox.parse({ deliveryId, code, quantity }));
      return id;
    },
    load: async (deliveryId: string, code: string, id = uuidv7()) => {
      await loadBox(actor, id, LoadBox.parse({ deliveryId, code }));
      return id;
    },
    undo: (eventId: string, id = uuidv7()) => undoBoxEvent(actor, id, { eventId, occurredAt: null }),
  };
};

/** A delivery of so many masks to the world's first site. */
export const deliverMasks = (world: World, quantity: number) =>
  createDelivery(
    world.actors.warehouse_keeper,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId: world.site.id,
      boxes: "1",
      lines: [{ itemId: world.mask.id, quantity: String(quantity) }],
    }),
  );

/** What a place holds of a lot, in base units. */
export async function heldAt(account: bigint, asset: string): Promise<bigint> {
  const [held] = await db
    .select()
    .from(balances)
    .where(and(eq(balances.accountId, account), eq(balances.assetId, BigInt(asset))));
  return held?.amount ?? 0n;
}

/** The box a code is stuck on. */
export async function boxOf(code: string) {
  const [found] = await db
    .select({ box: boxes })
    .from(labels)
    .innerJoin(boxes, eq(boxes.id, labels.boxId))
    .where(eq(labels.code, code));
  return found!.box;
}

/** Everything a refused act must leave as it was. */
export async function snapshotOf(world: World): Promise<unknown> {
  const [all] = await db.execute(sql`
    select (select jsonb_agg(b order by b.id) from boxes b where b.organization_id = ${world.organizationId}) as boxes,
           (select jsonb_agg(c order by c.box_id, c.asset_id) from box_contents c join boxes b on b.id = c.box_id
            where b.organization_id = ${world.organizationId}) as contents,
           (select jsonb_agg(p order by p.delivery_id, p.n) from delivery_picks p join deliveries d on d.id = p.delivery_id
            where d.organization_id = ${world.organizationId}) as picks,
           (select jsonb_agg(b order by b.account_id, b.asset_id) from balances b join accounts a on a.id = b.account_id
            where a.organization_id = ${world.organizationId}) as balances,
           (select count(*) from entries where organization_id = ${world.organizationId}) as entries,
           (select count(*) from box_events e join boxes b on b.id = e.box_id
            where b.organization_id = ${world.organizationId}) as events`);
  return all;
}
