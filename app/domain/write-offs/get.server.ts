import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { LossReason, WriteOffStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { isReversed } from "../ledger/is-reversed.server.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import type { StockKind } from "../stock/standing.server.ts";
import { allOf, withinReach } from "../within-reach.server.ts";

/** A request to write goods off, and what became of it. Quantities in base units. */
export interface WriteOffDocument extends Omit<Listed, "quantity" | "requestedAt" | "decidedAt" | "total"> {
  quantity: bigint;
  requestedAt: Date;
  decidedAt: Date | null;
}

type Listed = {
  id: string;
  number: string;
  status: WriteOffStatus;
  organization: string;
  warehouse: string;
  /** Where it stands in the warehouse; `bin` is the bin's name. */
  place: StockKind;
  bin: string | null;
  item: string;
  unit: string;
  quantity: string;
  lotNumber: string | null;
  expiresOn: string | null;
  restriction: string | null;
  reason: LossReason;
  remark: string;
  evidence: string | null;
  requestedById: string | null;
  requestedBy: string | null;
  requestedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionRemark: string | null;
  overrideReason: string | null;
  entryId: string | null;
  /** Approved, and taken back since. */
  takenBack: boolean;
  total: number;
};

/** One request within reach. */
export async function getWriteOff(actor: MemberActor, id: string): Promise<WriteOffDocument> {
  const [row] = await db.execute<Listed>(select(actor, sql`x.id = ${id}::uuid`));
  return row ? documentOf(row) : notFound("write-off");
}

/** The requests within reach, those that wait for a decision first, then the newest. */
export async function listWriteOffs(
  actor: MemberActor,
  filter: { status?: WriteOffStatus | null | undefined; page?: number } = {},
): Promise<Page<WriteOffDocument>> {
  const page = filter.page ?? 1;
  const rows = await db.execute<Listed>(sql`
    ${select(actor, filter.status ? sql`x.status = ${filter.status}` : undefined)}
    order by (x.status = 'requested') desc, x.created_at desc, x.id desc
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return { rows: rows.map(documentOf), total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
}

const select = (actor: MemberActor, condition: SQL | undefined): SQL => sql`
  select x.id, x.number, x.status, o.name as organization, w.name as warehouse, a.kind as place, b.name as bin,
         i.name as item, i.base_unit as unit, x.quantity::text, l.lot_number as "lotNumber", l.expires_on::text as "expiresOn",
         r.text as restriction, x.reason, x.remark, x.evidence, x.requested_by as "requestedById",
         asker.name as "requestedBy", x.created_at::text as "requestedAt", decider.name as "decidedBy",
         x.decided_at::text as "decidedAt", x.decision_remark as "decisionRemark",
         x.override_reason as "overrideReason", x.entry_id as "entryId", ${isReversed(sql`x.entry_id`)} as "takenBack",
         count(*) over ()::int as total
  from write_offs x
  join organizations o on o.id = x.organization_id
  join warehouses w on w.id = x.warehouse_id
  join accounts a on a.id = x.account_id
  left join bins b on b.account_id = a.id
  join source_lots l on l.asset_id = x.asset_id
  join items i on i.id = l.item_id
  left join restrictions r on r.id = l.restriction_id
  left join users asker on asker.id = x.requested_by
  left join users decider on decider.id = x.decided_by
  where ${allOf(withinReach(actor, sql`x.organization_id`), condition)}`;

function documentOf({ total: _total, ...row }: Listed): WriteOffDocument {
  return {
    ...row,
    quantity: BigInt(row.quantity),
    requestedAt: new Date(row.requestedAt),
    decidedAt: row.decidedAt === null ? null : new Date(row.decidedAt),
  };
}
