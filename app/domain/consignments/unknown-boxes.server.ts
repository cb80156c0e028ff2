import { sql, type SQL } from "drizzle-orm";
import { db } from "#db";
import type { AccountKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { isId } from "../is-id.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { withinReach } from "../within-reach.server.ts";
import { isUnknown } from "./list.server.ts";

/** A box that came and that nobody has opened. */
export interface UnknownBox {
  id: string;
  code: string;
  warehouse: string;
  place: string;
  placeKind: AccountKind;
  note: string | null;
  weightGrams: number | null;
  receivedAt: Date;
  consignmentId: string | null;
  consignmentNumber: string | null;
  donor: string | null;
  /** Its consignment is in the books, so that it may be opened. */
  mayBeOpened: boolean;
}

/** Boxes within reach that nobody has opened, the oldest first. */
export async function listUnknownBoxes(
  actor: MemberActor,
  { page = 1 }: { page?: number } = {},
): Promise<Page<UnknownBox>> {
  const rows = await db.execute<Found & { total: number }>(sql`
    ${unknownBoxes(actor)} order by b.created_at, b.id limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return { rows: rows.map(boxOf), total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
}

/** One of them; a box that was opened meanwhile reads as not found. */
export async function getUnknownBox(actor: MemberActor, id: string): Promise<UnknownBox> {
  if (!isId(id)) return notFound("box");
  const [row] = await db.execute<Found>(sql`${unknownBoxes(actor)} and b.id = ${id}`);
  return row ? boxOf(row) : notFound("box");
}

const unknownBoxes = (actor: MemberActor): SQL => sql`
  select b.id, label.code, w.name as warehouse, a.name as place, a.kind as "placeKind", b.note,
         b.weight_grams as "weightGrams", extract(epoch from b.created_at) * 1000 as received,
         c.id as "consignmentId", c.number as "consignmentNumber", c.donor,
         coalesce(c.status = 'received', true) as "mayBeOpened", count(*) over ()::int as total
  from boxes b
  join labels label on label.box_id = b.id and label.revoked_at is null
  join warehouses w on w.id = b.warehouse_id
  join accounts a on a.id = b.account_id
  left join consignments c on c.id = b.consignment_id
  where ${withinReach(actor, sql`b.organization_id`)} and b.emptied_at is null and ${isUnknown(sql`b`)}`;

type Found = Omit<UnknownBox, "receivedAt"> & { received: string };

function boxOf(row: Found): UnknownBox {
  const { id, code, warehouse, place, placeKind, note, weightGrams, donor } = row;
  const { consignmentId, consignmentNumber, mayBeOpened } = row;
  return {
    ...{ id, code, warehouse, place, placeKind, note, weightGrams, donor },
    ...{ consignmentId, consignmentNumber, mayBeOpened },
    receivedAt: new Date(Number(row.received)),
  };
}
