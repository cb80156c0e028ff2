import { sql } from "drizzle-orm";
import { db } from "#db";
import type { Cell } from "../reports/column.ts";
import { fen, whole } from "../reports/column.ts";
import { distributionBatches } from "../reports/distributions.server.ts";
import { isoMoment } from "../reports/flows.server.ts";
import type { PublicSummary } from "../reports/public-summary.ts";
import { publicSummary } from "../reports/public-summary.server.ts";
import { receiptBatches } from "../reports/receipts.server.ts";
import { type DataTable, dataTables } from "./tables.ts";

/** A row by its columns' names; the order is the table's. */
type RowOf<Table extends DataTable> = Record<(typeof dataTables)[Table][number]["name"], Cell>;
type Batches = AsyncGenerator<Cell[][]>;

const everything = { from: null, to: null, township: null };
const yes = (is: boolean): Cell => (is ? "yes" : "no");

/** The rows of a table in batches, each row in the order of the table's columns. Anybody may read them. */
export function dataRows(table: DataTable): Batches {
  return sources[table]();
}

const sources: Record<DataTable, () => Batches> = {
  receipts: async function* () {
    for await (const rows of receiptBatches(everything)) {
      yield inOrder(
        "receipts",
        rows.map((row) => ({
          received_on: row.on,
          gift_number: row.giftNumber,
          organization: row.organization,
          donor: row.donor,
          donor_kind: row.donorKind,
          kind: row.kind,
          item: row.item,
          specification: row.specification,
          quantity: whole(row.quantity),
          unit: row.unit,
          value_cny: fen(row.valueFen),
          value_basis: row.valueBasis,
          restriction: row.restriction,
          lot_number: row.lotNumber,
          expires_on: row.expiresOn,
          taken_back: yes(row.takenBack),
        })),
      );
    }
  },
  distributions: async function* () {
    for await (const rows of distributionBatches(everything)) {
      yield inOrder(
        "distributions",
        rows.map((row) => ({
          sent_on: row.on,
          number: row.number,
          kind: row.kind,
          organization: row.organization,
          gift_numbers: row.giftNumbers.join(" ") || null,
          item: row.item,
          category: row.category,
          specification: row.specification,
          quantity: whole(row.quantity),
          unit: row.unit,
          value_cny: fen(row.valueFen),
          receiver: row.receiver,
          receiver_kind: row.siteKind,
          township: row.township,
          good: whole(row.good),
          short: row.good === null ? null : whole(row.short),
          damaged: row.good === null ? null : whole(row.damaged),
          confirmed_at: row.confirmedAt?.toISOString() ?? null,
          purpose: row.purpose,
          taken_back: yes(row.takenBack),
        })),
      );
    }
  },
  deliveries,
  stock: () =>
    ofSummary("stock", ({ items }) =>
      items.map((item) => ({
        item: item.name,
        category: item.category,
        unit: item.unit,
        received: whole(item.received.quantity),
        received_cny: fen(item.received.valueFen),
        converted: whole(item.converted.quantity),
        converted_cny: fen(item.converted.valueFen),
        handed_out: whole(item.handedOut.quantity),
        handed_out_cny: fen(item.handedOut.valueFen),
        lost: whole(item.lost.quantity),
        lost_cny: fen(item.lost.valueFen),
        left: whole(item.left.quantity),
        left_cny: fen(item.left.valueFen),
      })),
    ),
  needs: () =>
    ofSummary("needs", ({ needs }) =>
      needs.items.map((item) => ({
        item: item.name,
        unit: item.unit,
        sites: whole(item.sites),
        wanted: whole(item.wanted),
        on_the_way: whole(item.onTheWay),
        in_stock: whole(item.inStock),
      })),
    ),
  townships: () =>
    ofSummary("townships", ({ townships }) =>
      townships.map((township) => ({
        township_code: township.code,
        township: township.name,
        deliveries: whole(township.deliveries),
        sites: whole(township.sites),
        value_cny: fen(township.valueFen),
        needs_asked: whole(township.needsAsked),
        needs_met: whole(township.needsMet),
      })),
    ),
};

const inOrder = <Table extends DataTable>(table: Table, rows: readonly RowOf<Table>[]): Cell[][] =>
  rows.map((row) => {
    const cells: Readonly<Record<string, Cell>> = row;
    return dataTables[table].map(({ name }) => cells[name] ?? null);
  });

async function* ofSummary<Table extends DataTable>(
  table: Table,
  rows: (summary: PublicSummary) => RowOf<Table>[],
): Batches {
  yield inOrder(table, rows(await publicSummary()));
}

const BATCH = 2000;

/** A row for each line of each delivery that was sent, in the order of their numbers' making. */
async function* deliveries(): Batches {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const rows = await db.execute<Record<string, string | null> & { id: string }>(sql`
      with batch as (
        select * from public_deliveries where status in ('dispatched', 'confirmed') and id > ${after}::uuid
        order by id limit ${BATCH}
      )
      select d.id, d.number, o.name as organization, d.status, t.code as township_code, t.name as township,
             s.name as site, s.kind as site_kind, d.planned_on::text as planned_on,
             ${isoMoment(sql`d.dispatched_at`)} as dispatched_at, ${isoMoment(sql`d.confirmed_at`)} as confirmed_at,
             l.n::text as line, i.name as item, i.base_unit as unit, l.quantity::text, l.good::text, l.short::text,
             l.damaged::text, l.extra::text
      from batch d
      join organizations o on o.id = d.organization_id
      join public_sites s on s.id = d.site_id
      join townships t on t.code = s.township_code
      join public_delivery_lines l on l.delivery_id = d.id
      join items i on i.id = l.item_id
      order by d.id, l.n`);
    const end = rows.at(-1);
    if (!end) return;
    after = end.id;
    yield rows.map((row) =>
      dataTables.deliveries.map(({ name, type }): Cell => {
        const value = row[name] ?? null;
        return value !== null && type === "whole" ? whole(BigInt(value)) : value;
      }),
    );
  }
}
