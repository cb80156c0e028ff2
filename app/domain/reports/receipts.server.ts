import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { DonorKind, ValueBasis } from "#db/vocabulary";
import type { Cut, ReportFilter } from "./filter.ts";
import { donorOfLeg, goodsReceived, inCut, moneyReceived } from "./flows.server.ts";
import type { ReceiptRow, ReceiptTotals } from "./receipt.ts";

const PAGE_SIZE = 50;
const BATCH = 3000;

/** A page of 捐赠款物接收公示表 by date, and the totals of the whole filter. `page` counts from 1. Anybody may read it. */
export async function listReceipts(filter: ReportFilter, page = 1) {
  const offset = (page - 1) * PAGE_SIZE;
  const [rows, totals] = await Promise.all([
    selectRows(sql`${within(filter)}`, offset, PAGE_SIZE),
    receiptTotals(filter),
  ]);
  const numbered = rows.map((row, i) => toReceipt(row, offset + i + 1));
  return { rows: numbered, total: totals.rows, page, pageSize: PAGE_SIZE, totals };
}

/** The whole table in batches, for files: each a short query, so a slow reader holds no connection. */
export async function* receiptBatches(filter: ReportFilter & Cut): AsyncGenerator<ReceiptRow[]> {
  const [{ last } = { last: "0" }] = await db.execute<{ last: string }>(
    sql`select coalesce(max(seq), 0) as last from entries`,
  );
  let after: SQL = sql`true`;
  for (let n = 1; ;) {
    const rows = await selectRows(sql`${within(filter)} and m.seq <= ${last} and ${after}`, 0, BATCH);
    const end = rows.at(-1);
    if (!end) return;
    const first = n;
    yield rows.map((row, i) => toReceipt(row, first + i));
    n += rows.length;
    after = sql`(m.occurred_on, m.seq, m.n) > (${end.on}::date, ${end.seq}::bigint, ${end.leg}::int)`;
  }
}

async function receiptTotals(filter: ReportFilter): Promise<ReceiptTotals> {
  const [sum] = await db.execute<{ rows: number; money: string; goods: string; unvalued: number }>(sql`
    select count(*)::int as rows, coalesce(sum(m.amount * ${moneyReceived}), 0) as money,
           coalesce(sum(m.value_fen * ${goodsReceived}), 0) as goods,
           (count(*) filter (where l.value_basis = 'unvalued'))::int as unvalued
    from movements m ${joins} where ${within(filter)}`);
  return {
    rows: sum?.rows ?? 0,
    moneyFen: BigInt(sum?.money ?? 0),
    goodsFen: BigInt(sum?.goods ?? 0),
    unvaluedRows: sum?.unvalued ?? 0,
  };
}

const sign = sql`(${moneyReceived} + ${goodsReceived})`;

const joins = sql`
  left join source_lots l on l.asset_id = m.asset_id
  left join funds f on f.account_id = case when m.to_kind = 'fund' then m.to_account else m.from_account end
  left join restrictions r on r.id = coalesce(l.restriction_id, f.restriction_id)`;

function within({ from, to, township, ...cut }: ReportFilter & Cut): SQL {
  return sql`${sign} <> 0 and ${inCut(cut)}
    and (${from}::date is null or m.occurred_on >= ${from}::date)
    and (${to}::date is null or m.occurred_on <= ${to}::date)
    and (${township}::text is null or r.township_code = ${township})`;
}

type Row = {
  seq: string;
  leg: number;
  on: string;
  sign: number;
  money: boolean;
  number: string | null;
  organization: string;
  donor: string | null;
  donor_kind: DonorKind | null;
  item: string | null;
  specification: string | null;
  unit: string | null;
  amount: string;
  value_fen: string;
  lot_quantity: string | null;
  lot_value: string | null;
  value_basis: ValueBasis | null;
  restriction: string | null;
  lot_number: string | null;
  expires_on: string | null;
  receipt_tail: string | null;
};

async function selectRows(where: SQL, offset: number, limit: number): Promise<Row[]> {
  return db.execute<Row>(sql`
    select m.seq, m.n as leg, m.occurred_on::text as on, ${sign} as sign, m.asset_id = 1 as money, g.number,
           o.name as organization, d.name as donor, d.kind as donor_kind, i.name as item,
           coalesce(l.specification, i.specification) as specification, i.base_unit as unit, m.amount, m.value_fen,
           l.quantity as lot_quantity, l.value_fen as lot_value, l.value_basis, r.text as restriction,
           l.lot_number, l.expires_on::text, g.receipt_tail
    from movements m ${joins}
    join organizations o on o.id = m.organization_id
    left join public_donors d on ${donorOfLeg}
    left join public_gifts g on g.id = m.document_id
    left join items i on i.id = l.item_id
    where ${where}
    order by m.occurred_on, m.seq, m.n
    offset ${offset} limit ${limit}`);
}

function toReceipt(row: Row, n: number): ReceiptRow {
  const sign = BigInt(row.sign);
  const unvalued = row.value_basis === "unvalued";
  return {
    n,
    kind: row.money ? "money" : "goods",
    on: row.on,
    giftNumber: row.number,
    organization: row.organization,
    donor: row.donor,
    donorKind: row.donor_kind,
    item: row.item,
    specification: row.specification,
    unit: row.unit,
    quantity: row.money ? null : sign * BigInt(row.amount),
    unitValueFen: unvalued ? null : wholeShare(row.lot_value, row.lot_quantity),
    valueFen: unvalued ? null : sign * BigInt(row.value_fen),
    valueBasis: row.value_basis,
    restriction: row.restriction,
    lotNumber: row.lot_number,
    expiresOn: row.expires_on,
    receiptTail: row.receipt_tail,
    takenBack: row.sign < 0,
  };
}

function wholeShare(value: string | null, quantity: string | null): bigint | null {
  if (value === null || quantity === null) return null;
  return BigInt(value) % BigInt(quantity) === 0n ? BigInt(value) / BigInt(quantity) : null;
}
