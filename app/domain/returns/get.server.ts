import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";
import type { ReturnPlace } from "./schema.ts";

type Head = {
  id: string;
  number: string;
  organizationId: string;
  deliveryId: string;
  deliveryNumber: string;
  site: string;
  warehouse: string;
  into: ReturnPlace;
  reason: string;
  createdBy: string | null;
};

/** Of a lot that came back, in base units. */
export interface ReturnedLot {
  item: string;
  unit: string;
  quantity: bigint;
  lotNumber: string | null;
  expiresOn: string | null;
  restriction: string | null;
}

export interface Return extends Head {
  createdAt: Date;
  lots: ReturnedLot[];
}

/** One return within reach, lot by lot. */
export async function getReturn(actor: MemberActor, id: string): Promise<Return> {
  const [head] = await db.execute<Head & { entryId: string; createdAt: string }>(sql`
    select r.id, r.number, r.organization_id as "organizationId", d.id as "deliveryId",
           d.number as "deliveryNumber", s.name as site, w.name as warehouse, r.reason, u.name as "createdBy",
           r.created_at::text as "createdAt", r.entry_id as "entryId",
           (select a.kind from postings p join accounts a on a.id = p.to_account
            where p.entry_id = r.entry_id and p.n = 1) as into
    from returns r
    join deliveries d on d.id = r.delivery_id
    join sites s on s.id = d.site_id
    join warehouses w on w.id = r.warehouse_id
    left join users u on u.id = r.created_by
    where r.id = ${id}::uuid and ${withinReach(actor, sql`r.organization_id`)}`);
  if (!head) return notFound("return");
  const { entryId, createdAt, ...shown } = head;
  return { ...shown, createdAt: new Date(createdAt), lots: await lotsOf(entryId) };
}

async function lotsOf(entryId: string): Promise<ReturnedLot[]> {
  const rows = await db.execute<Omit<ReturnedLot, "quantity"> & { quantity: string }>(sql`
    select i.name as item, i.base_unit as unit, p.amount::text as quantity, l.lot_number as "lotNumber",
           l.expires_on::text as "expiresOn", r.text as restriction
    from postings p
    join source_lots l on l.asset_id = p.asset_id
    join items i on i.id = l.item_id
    left join restrictions r on r.id = l.restriction_id
    where p.entry_id = ${entryId}::uuid order by p.n`);
  return rows.map((lot) => ({ ...lot, quantity: BigInt(lot.quantity) }));
}
