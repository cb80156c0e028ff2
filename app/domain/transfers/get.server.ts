import { sql } from "drizzle-orm";
import { db } from "#db";
import type { TransferStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import type { StockKind } from "../stock/standing.server.ts";
import { withinReach } from "../within-reach.server.ts";

type Head = {
  id: string;
  number: string;
  status: TransferStatus;
  organizationId: string;
  from: string;
  to: string;
  toWarehouseId: string;
  note: string | null;
  sentById: string | null;
  sentBy: string | null;
  receivedBy: string | null;
  cancelledReason: string | null;
};

/** Base units. */
export interface TransferLine {
  n: number;
  assetId: string;
  item: string;
  unit: string;
  quantity: bigint;
  packName: string | null;
  packSize: bigint | null;
  /** Where it stood; `bin` is the bin's name. */
  place: StockKind;
  bin: string | null;
  lotNumber: string | null;
  expiresOn: string | null;
  restriction: string | null;
  /** Null until it is received. */
  received: bigint | null;
  remark: string | null;
}

export interface Transfer extends Head {
  sentAt: Date;
  receivedAt: Date | null;
  lines: TransferLine[];
}

/** One transfer within reach. */
export async function getTransfer(actor: MemberActor, id: string): Promise<Transfer> {
  const [row] = await db.execute<Head & { sentAt: string; receivedAt: string | null }>(sql`
    select t.id, t.number, t.status, t.organization_id as "organizationId", origin.name as from, goal.name as to,
           t.to_warehouse_id as "toWarehouseId", t.note, t.sent_by as "sentById", sender.name as "sentBy",
           receiver.name as "receivedBy", t.cancelled_reason as "cancelledReason",
           t.created_at::text as "sentAt", t.received_at::text as "receivedAt"
    from transfers t
    join warehouses origin on origin.id = t.from_warehouse_id
    join warehouses goal on goal.id = t.to_warehouse_id
    left join users sender on sender.id = t.sent_by
    left join users receiver on receiver.id = t.received_by
    where t.id = ${id}::uuid and ${withinReach(actor, sql`t.organization_id`)}`);
  if (!row) return notFound("transfer");
  return {
    ...row,
    sentAt: new Date(row.sentAt),
    receivedAt: row.receivedAt === null ? null : new Date(row.receivedAt),
    lines: await linesOf(id),
  };
}

type LineRecord = Omit<TransferLine, "quantity" | "packSize" | "received"> & {
  quantity: string;
  packSize: string | null;
  received: string | null;
};

async function linesOf(transferId: string): Promise<TransferLine[]> {
  const rows = await db.execute<LineRecord>(sql`
    select line.n, line.asset_id::text as "assetId", i.name as item, i.base_unit as unit, line.quantity::text,
           l.pack_name as "packName", l.pack_size::text as "packSize", a.kind as place, b.name as bin,
           l.lot_number as "lotNumber", l.expires_on::text as "expiresOn", r.text as restriction,
           line.received::text, line.remark
    from transfer_lines line
    join source_lots l on l.asset_id = line.asset_id
    join items i on i.id = l.item_id
    join accounts a on a.id = line.from_account
    left join bins b on b.account_id = a.id
    left join restrictions r on r.id = l.restriction_id
    where line.transfer_id = ${transferId}::uuid order by line.n`);
  return rows.map((line) => ({
    ...line,
    quantity: BigInt(line.quantity),
    packSize: line.packSize === null ? null : BigInt(line.packSize),
    received: line.received === null ? null : BigInt(line.received),
  }));
}
