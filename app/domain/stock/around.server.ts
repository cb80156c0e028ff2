import { sql, type SQL } from "drizzle-orm";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";
import { USE_DAYS } from "./view.ts";

const of = (warehouseId: string | null, column: SQL): SQL =>
  warehouseId ? sql`and ${column} = ${warehouseId}::uuid` : sql``;

/** SQL: item_id and `used`, what deliveries took out of the warehouses in the last days, in base units. */
export const usedRecently = (actor: MemberActor, warehouseId: string | null, today: string): SQL => sql`
  select line.item_id, sum(line.quantity) as used
  from deliveries d join delivery_lines line on line.delivery_id = d.id
  where ${withinReach(actor, sql`d.organization_id`)} and d.status in ('dispatched', 'confirmed')
    and d.dispatched_at >= (${today}::date - ${USE_DAYS}::int)::timestamp at time zone 'Asia/Shanghai'
    ${of(warehouseId, sql`d.warehouse_id`)}
  group by line.item_id`;

/** SQL: item_id and `on_road`, what left the warehouses and has not been signed for, in base units. */
export const onTheRoad = (actor: MemberActor, warehouseId: string | null): SQL => sql`
  select item_id, sum(quantity) as on_road from (
    select line.item_id, line.quantity - line.partly - coalesce(line.damaged, 0) as quantity
    from deliveries d join delivery_lines line on line.delivery_id = d.id
    where ${withinReach(actor, sql`d.organization_id`)} and d.status = 'dispatched'
      ${of(warehouseId, sql`d.warehouse_id`)}
    union all
    select l.item_id, line.quantity
    from transfers t join transfer_lines line on line.transfer_id = t.id
    join source_lots l on l.asset_id = line.asset_id
    where ${withinReach(actor, sql`t.organization_id`)} and t.status = 'sent'
      ${of(warehouseId, sql`t.from_warehouse_id`)}
  ) moving group by item_id`;

/** SQL: item_id and `incoming`, what is announced or being counted at the door and not in the books yet, in base units. */
export const incoming = (actor: MemberActor, warehouseId: string | null): SQL => sql`
  select item_id, sum(quantity) as incoming from (
    select line.item_id, greatest(coalesce(line.expected, 0), line.counted) as quantity
    from consignments c join consignment_lines line on line.consignment_id = c.id
    where ${withinReach(actor, sql`c.organization_id`)} and c.status in ('expected', 'counting')
      and line.item_id is not null ${of(warehouseId, sql`c.warehouse_id`)}
    union all
    select l.item_id, line.quantity
    from transfers t join transfer_lines line on line.transfer_id = t.id
    join source_lots l on l.asset_id = line.asset_id
    where ${withinReach(actor, sql`t.organization_id`)} and t.status = 'sent'
      ${of(warehouseId, sql`t.to_warehouse_id`)}
  ) coming group by item_id`;
