import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { DeliveryStatus, DifferenceReason } from "#db/vocabulary";
import { type Actor, userIdOf } from "../actor.ts";
import type { Pick } from "../stock/pick.ts";

export interface NewLine {
  itemId: string;
  /** Base units. */
  quantity: bigint;
  packName: string | null;
  packSize: bigint | null;
  picks: readonly (Pick & { good?: bigint })[];
  /** For a delivery that is already confirmed, as imported ones are. */
  received?: {
    good: bigint;
    short: bigint;
    damaged: bigint;
    reason: DifferenceReason | null;
    remark: string | null;
  };
}

export interface NewDelivery {
  id: string;
  number: string;
  organizationId: string;
  responseId: string;
  warehouseId: string;
  siteId: string;
  accountId: bigint;
  boxes: number;
  code: string;
  pin: string;
  plannedOn: string;
  note: string | null;
  importId?: string;
  lines: readonly NewLine[];
  /** For a delivery that is already on the road or confirmed. */
  progress?: {
    status: DeliveryStatus;
    dispatchedAt: Date;
    confirmedAt: Date;
    receiverName: string;
  };
}

const CHUNK = 1000;

/** Writes deliveries with their lines and picks, one statement for each thousand; the goods move by the ledger. */
export async function insertDeliveries(tx: Tx, actor: Actor, made: readonly NewDelivery[]): Promise<void> {
  for (let at = 0; at < made.length; at += CHUNK) {
    const chunk = made.slice(at, at + CHUNK);
    await tx.execute(sql`
      with head as (
        insert into deliveries (id, number, organization_id, response_id, warehouse_id, site_id, account_id, boxes, code,
                                pin, planned_on, note, import_id, status, dispatched_at, confirmed_at, receiver_name,
                                created_by)
        select id, number, "organizationId", "responseId", "warehouseId", "siteId", "accountId", boxes, code,
               pin, "plannedOn", note, "importId", status, "dispatchedAt", "confirmedAt", "receiverName",
               ${userIdOf(actor)}::uuid
        from json_to_recordset(${toJson(chunk.map(headOf))}::json)
          as t (id uuid, number text, "organizationId" uuid, "responseId" uuid, "warehouseId" uuid, "siteId" uuid,
                "accountId" bigint, boxes int, code text, pin text, "plannedOn" date, note text, "importId" uuid,
                status text, "dispatchedAt" timestamptz, "confirmedAt" timestamptz, "receiverName" text)
      ), line as (
        insert into delivery_lines (delivery_id, n, item_id, quantity, pack_name, pack_size, value_fen,
                                    good, short, damaged, extra, reason, remark)
        select "deliveryId", n, "itemId", quantity, "packName", "packSize", "valueFen",
               good, short, damaged, extra, reason, remark
        from json_to_recordset(${toJson(chunk.flatMap(linesOf))}::json)
          as t ("deliveryId" uuid, n int, "itemId" uuid, quantity bigint, "packName" text, "packSize" bigint,
                "valueFen" bigint, good bigint, short bigint, damaged bigint, extra bigint, reason text, remark text)
      )
      insert into delivery_picks (delivery_id, n, line_n, asset_id, from_account, quantity, value_fen, good)
      select "deliveryId", n, "lineN", asset, account, quantity, "valueFen", good
      from json_to_recordset(${toJson(chunk.flatMap(picksOf))}::json)
        as t ("deliveryId" uuid, n int, "lineN" int, asset bigint, account bigint, quantity bigint,
              "valueFen" bigint, good bigint)`);
  }
}

const toJson = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value));

function headOf({ lines: _lines, progress, ...delivery }: NewDelivery) {
  return { ...delivery, status: "planned", ...progress };
}

function linesOf({ id, lines }: NewDelivery) {
  return lines.map(({ picks, received, ...line }, i) => ({
    ...line,
    deliveryId: id,
    n: i + 1,
    valueFen: picks.reduce((sum, picked) => sum + picked.valueFen, 0n),
    ...(received && { ...received, extra: 0n }),
  }));
}

function picksOf({ id, lines }: NewDelivery) {
  return lines
    .flatMap((line, i) => line.picks.map((picked) => ({ ...picked, lineN: i + 1 })))
    .map((picked, i) => ({ ...picked, deliveryId: id, n: i + 1, good: picked.good ?? 0n }));
}
