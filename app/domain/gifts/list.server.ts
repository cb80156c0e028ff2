import { sql } from "drizzle-orm";
import { db } from "#db";
import type { GiftKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { offsetOf, PAGE_SIZE, type Page } from "../paging.ts";
import { allOf, contains, withinReach } from "../within-reach.server.ts";
import type { GiftFilter } from "./filter.ts";
import { isReversed } from "../ledger/is-reversed.server.ts";

export interface GiftRow {
  id: string;
  number: string;
  kind: GiftKind;
  receivedOn: string;
  donorId: string;
  donor: string;
  organization: string;
  /** Money as it came; goods at the value of their lots, those still unvalued counting nothing. */
  amountFen: bigint;
  /** The first line of goods, and how many lines there are; null and 0 for money. */
  firstLine: { item: string; unit: string; quantity: bigint } | null;
  lines: number;
  /** Lines whose value is still to be confirmed. */
  unvaluedLines: number;
  warehouse: string | null;
  restriction: string | null;
  receiptNumber: string | null;
  pledgeId: string | null;
  reversed: boolean;
}

/** Gifts within reach that came, reversed ones among them, the newest first. */
export async function listGifts(
  actor: MemberActor,
  filter: Partial<GiftFilter> & { page?: number } = {},
): Promise<Page<GiftRow>> {
  const page = filter.page ?? 1;
  const rows = await db.execute<Listed>(sql`
    select g.id, g.number, g.kind, g.received_on::text as "receivedOn", g.donor_id as "donorId", d.name as donor,
           o.name as organization, coalesce(g.amount_fen, goods.value_fen)::text as "amountFen",
           goods.first_line as "firstLine", goods.lines, goods.unvalued as "unvaluedLines", w.name as warehouse,
           coalesce(r.text, goods.restrictions) as restriction, g.receipt_number as "receiptNumber",
           g.pledge_id as "pledgeId", ${isReversed(sql`g.entry_id`)} as reversed, count(*) over ()::int as total
    from gifts g
    join donors d on d.id = g.donor_id
    join organizations o on o.id = g.organization_id
    left join funds f on f.id = g.fund_id
    left join restrictions r on r.id = f.restriction_id
    left join warehouses w on w.id = g.warehouse_id
    cross join lateral (
      select count(*)::int as lines, coalesce(sum(l.value_fen), 0) as value_fen,
             count(*) filter (where l.value_basis = 'unvalued')::int as unvalued,
             (array_agg(json_build_object('item', i.name, 'unit', i.base_unit, 'quantity', l.quantity::text)
                        order by l.n))[1] as first_line,
             string_agg(distinct lr.text, '、') as restrictions
      from source_lots l join items i on i.id = l.item_id left join restrictions lr on lr.id = l.restriction_id
      where l.gift_id = g.id
    ) goods
    where ${conditionOf(actor, filter)}
    order by g.received_on desc, g.number desc, g.id
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return { rows: rows.map(giftRow), total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
}

function conditionOf(actor: MemberActor, filter: Partial<GiftFilter>) {
  return allOf(
    withinReach(actor, sql`g.organization_id`),
    filter.kind && sql`g.kind = ${filter.kind}`,
    filter.from ? sql`g.received_on >= ${filter.from}::date` : undefined,
    filter.to ? sql`g.received_on <= ${filter.to}::date` : undefined,
    filter.organizationId ? sql`g.organization_id = ${filter.organizationId}` : undefined,
    filter.donorId ? sql`g.donor_id = ${filter.donorId}` : undefined,
    filter.pledgeId ? sql`g.pledge_id = ${filter.pledgeId}` : undefined,
    filter.importId ? sql`g.import_id = ${filter.importId}` : undefined,
    filter.itemId
      ? sql`exists (select from source_lots l where l.gift_id = g.id and l.item_id = ${filter.itemId})`
      : undefined,
    filter.q
      ? sql`(${contains(sql`g.number`, filter.q)} or ${contains(sql`d.name`, filter.q)} or ${contains(sql`g.receipt_number`, filter.q)})`
      : undefined,
  );
}

type Listed = Omit<GiftRow, "amountFen" | "firstLine"> & {
  amountFen: string;
  firstLine: { item: string; unit: string; quantity: string } | null;
  total: number;
};

function giftRow({ total: _total, ...row }: Listed): GiftRow {
  const { firstLine } = row;
  return {
    ...row,
    amountFen: BigInt(row.amountFen),
    firstLine: firstLine && { ...firstLine, quantity: BigInt(firstLine.quantity) },
  };
}
