import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { findWarehouse } from "./find-warehouse.server.ts";

export type BinRow = {
  id: string;
  name: string;
  zone: string | null;
  /** How many boxes fit; null when nobody said. */
  capacity: number | null;
  /** Labelled boxes that stand there. */
  boxes: number;
  /** Lots that stand there. */
  lots: number;
  /** Its label in the actor's emergency. */
  code: string | null;
};

/** One warehouse within reach with its bins, by name, and how many lots wait at its dock. */
export async function getWarehouse(actor: MemberActor, warehouseId: string) {
  const { id, name, address, dockAccountId } = await findWarehouse(db, actor, warehouseId);
  const bins = await db.execute<BinRow>(sql`
    select b.id, b.name, b.zone, b.capacity,
           (select count(*)::int from boxes
            where account_id = b.account_id and kind = 'box' and emptied_at is null) as boxes,
           (select count(*)::int from balances where account_id = b.account_id and amount > 0) as lots,
           (select code from labels
            where bin_id = b.id and response_id = ${actor.responseId} and revoked_at is null limit 1) as code
    from bins b where b.warehouse_id = ${id} order by b.name, b.id`);
  const [dock] = await db.execute<{ lots: number }>(sql`
    select count(*)::int as lots from balances where account_id = ${dockAccountId} and amount > 0`);
  return { id, name, address, bins: [...bins], lotsAtDock: dock?.lots ?? 0 };
}
