import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";

/** One thing asked for, with what there is of it and what was done about it. Base units of the item but `quantity`. */
export interface NeedLine {
  n: number;
  wish: string;
  /** In the site's own unit, which need not be the item's. */
  quantity: bigint;
  unit: string;
  itemId: string | null;
  item: string | null;
  itemUnit: string | null;
  /** What may go to this site today: in docks and bins within reach, not expired, not kept for somebody else. */
  available: bigint;
  /** In deliveries for this need that are not signed for, and what of it came in good state. */
  underWay: bigint;
  received: bigint;
  /** What is still to be found; null where the site counts in another unit than the catalogue. */
  missing: bigint | null;
}

/**
 * The lines of each of these needs, by its id. What is under way and what came are of the item: a need that names one
 * item twice sees them at both.
 */
export async function linesOfNeeds(
  actor: MemberActor,
  needIds: readonly string[],
  today: string,
): Promise<Map<string, NeedLine[]>> {
  if (needIds.length === 0) return new Map();
  const rows = await db.execute<LineRecord>(sql`
    with line as (
      select l.need_id, l.n, l.wish, l.quantity, l.unit, i.id as item_id, i.name as item, i.base_unit,
             s.id as site_id, s.kind as site_kind, s.township_code
      from need_lines l
      join needs n on n.id = l.need_id
      join sites s on s.id = n.site_id
      left join items i on i.id = l.item_id
      where n.id = any(${sql.param([...needIds])}::uuid[]) and ${withinReach(actor, sql`n.organization_id`)}
    )
    select l.need_id as "needId", l.n, l.wish, l.quantity::text, l.unit, l.item_id as "itemId", l.item,
           l.base_unit as "itemUnit", stock.available::text, sent."underWay"::text, sent.received::text
    from line l
    cross join lateral (
      select coalesce(sum(b.amount), 0) as available
      from source_lots lot
      join balances b on b.asset_id = lot.asset_id
      join accounts a on a.id = b.account_id and a.kind in ('dock', 'bin')
      left join restrictions r on r.id = lot.restriction_id
      where lot.item_id = l.item_id and ${withinReach(actor, sql`a.organization_id`)}
        and lot.received_on <= ${today}::date and coalesce(lot.expires_on >= ${today}::date, true)
        and (r.id is null or r.site_id = l.site_id or r.township_code = l.township_code or r.site_kind = l.site_kind)
    ) stock
    cross join lateral (
      select coalesce(sum(dl.quantity) filter (where d.status in ('planned', 'dispatched')), 0) as "underWay",
             coalesce(sum(dl.good) filter (where d.status = 'confirmed'), 0) as received
      from deliveries d join delivery_lines dl on dl.delivery_id = d.id
      where d.need_id = l.need_id and dl.item_id = l.item_id
    ) sent
    order by l.need_id, l.n`);
  const lines = new Map<string, NeedLine[]>();
  for (const { needId, ...row } of rows) {
    lines.set(needId, [...(lines.get(needId) ?? []), lineOf(row)]);
  }
  return lines;
}

type Counted = "quantity" | "available" | "underWay" | "received";

type LineRecord = Omit<NeedLine, Counted | "missing"> & Record<Counted, string> & { needId: string };

function lineOf(row: Omit<LineRecord, "needId">): NeedLine {
  const line = {
    ...row,
    quantity: BigInt(row.quantity),
    available: BigInt(row.available),
    underWay: BigInt(row.underWay),
    received: BigInt(row.received),
  };
  return { ...line, missing: line.unit === line.itemUnit ? missingOf(line) : null };
}

function missingOf({ quantity, underWay, received }: Pick<NeedLine, "quantity" | "underWay" | "received">) {
  const missing = quantity - underWay - received;
  return missing > 0n ? missing : 0n;
}
