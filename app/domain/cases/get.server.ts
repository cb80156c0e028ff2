import { sql } from "drizzle-orm";
import { db } from "#db";
import type { CaseDecision, CaseKind, DifferenceReason } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";
import type { TwoReports } from "./report.ts";

/** One case: what was sent and what was counted, the lots in dispute, what was said, and how it ended. */
export interface Case extends Head {
  /** The lines it is about: one, or all of the delivery's for a second report. */
  lines: CaseLine[];
  lots: CaseLot[];
  notes: { text: string; by: string | null; at: Date }[];
}

/** A line as it was sent and signed for. Base units. */
export interface CaseLine {
  n: number;
  item: string;
  unit: string;
  quantity: bigint;
  packName: string | null;
  packSize: bigint | null;
  good: bigint;
  short: bigint;
  damaged: bigint;
  extra: bigint;
}

/** What stands, or stood, in dispute of one source lot. Base units and fen. */
export interface CaseLot {
  assetId: string;
  lotNumber: string | null;
  expiresOn: string | null;
  quantity: bigint;
  valueFen: bigint;
  donor: string | null;
  giftId: string | null;
  giftNumber: string | null;
  kitId: string | null;
  kitNumber: string | null;
}

/** One case within reach. */
export async function getCase(actor: MemberActor, id: string): Promise<Case> {
  const head = await headOf(actor, id);
  const [lines, lots, notes] = await Promise.all([linesOf(head), lotsOf(id), notesOf(id)]);
  return { ...head, lines, lots, notes };
}

interface Head {
  id: string;
  number: string;
  kind: CaseKind;
  organization: string;
  deliveryId: string;
  delivery: string;
  site: string;
  township: string;
  warehouse: string;
  dispatchedAt: Date | null;
  dispatchedById: string | null;
  dispatchedBy: string | null;
  confirmedAt: Date | null;
  receiverName: string | null;
  receiverPost: string | null;
  lineN: number | null;
  /** Base units that differ; null for a second report. */
  quantity: bigint | null;
  reason: DifferenceReason | null;
  remark: string | null;
  report: TwoReports | null;
  ownerId: string | null;
  owner: string | null;
  dueOn: string;
  createdAt: Date;
  decision: CaseDecision | null;
  decisionNote: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** Where the goods went, by kind of account; null before, and where nothing moved. */
  wentTo: "dock" | "site" | "loss" | null;
  replacementId: string | null;
  replacement: string | null;
  closedBy: string | null;
  closedAt: Date | null;
}

type Moments = "dispatchedAt" | "confirmedAt" | "createdAt" | "decidedAt" | "closedAt";
type HeadRecord = Omit<Head, Moments | "quantity"> & Record<Moments | "quantity", string | null>;

async function headOf(actor: MemberActor, id: string): Promise<Head> {
  const [row] = await db.execute<HeadRecord>(sql`
    select c.id, c.number, c.kind, o.name as organization, c.delivery_id as "deliveryId", d.number as delivery,
           s.name as site, t.name as township, w.name as warehouse, d.dispatched_at::text as "dispatchedAt",
           d.dispatched_by as "dispatchedById", sender.name as "dispatchedBy", d.confirmed_at::text as "confirmedAt",
           d.receiver_name as "receiverName", d.receiver_post as "receiverPost", c.line_n as "lineN",
           c.quantity::text, c.reason, c.remark, c.report, c.owner_id as "ownerId", owner.name as owner,
           c.due_on::text as "dueOn", c.created_at::text as "createdAt", c.decision,
           c.decision_note as "decisionNote", decider.name as "decidedBy", c.decided_at::text as "decidedAt",
           (select a.kind from postings p join accounts a on a.id = p.to_account
            where p.entry_id = c.entry_id limit 1) as "wentTo",
           c.replacement_id as "replacementId", other.number as replacement, closer.name as "closedBy",
           c.closed_at::text as "closedAt"
    from cases c
    join organizations o on o.id = c.organization_id
    join deliveries d on d.id = c.delivery_id
    join sites s on s.id = d.site_id
    join townships t on t.code = s.township_code
    join warehouses w on w.id = d.warehouse_id
    left join users sender on sender.id = d.dispatched_by
    left join users owner on owner.id = c.owner_id
    left join users decider on decider.id = c.decided_by
    left join users closer on closer.id = c.closed_by
    left join deliveries other on other.id = c.replacement_id
    where c.id = ${id}::uuid and ${withinReach(actor, sql`c.organization_id`)}`);
  if (!row) return notFound("case");
  return {
    ...row,
    quantity: row.quantity === null ? null : BigInt(row.quantity),
    createdAt: new Date(row.createdAt ?? 0),
    dispatchedAt: instant(row.dispatchedAt),
    confirmedAt: instant(row.confirmedAt),
    decidedAt: instant(row.decidedAt),
    closedAt: instant(row.closedAt),
  };
}

type Numbers = "quantity" | "good" | "short" | "damaged" | "extra";

async function linesOf({ deliveryId, lineN }: Head): Promise<CaseLine[]> {
  const rows = await db.execute<
    Omit<CaseLine, Numbers | "packSize"> & Record<Numbers, string> & { packSize: string | null }
  >(sql`
    select l.n, i.name as item, i.base_unit as unit, l.quantity::text, l.pack_name as "packName",
           l.pack_size::text as "packSize", l.good::text, l.short::text, l.damaged::text, l.extra::text
    from delivery_lines l join items i on i.id = l.item_id
    where l.delivery_id = ${deliveryId}::uuid and (${lineN}::int is null or l.n = ${lineN}::int) order by l.n`);
  return rows.map((row) => ({
    ...row,
    quantity: BigInt(row.quantity),
    packSize: row.packSize === null ? null : BigInt(row.packSize),
    good: BigInt(row.good),
    short: BigInt(row.short),
    damaged: BigInt(row.damaged),
    extra: BigInt(row.extra),
  }));
}

async function lotsOf(caseId: string): Promise<CaseLot[]> {
  const rows = await db.execute<
    Omit<CaseLot, "quantity" | "valueFen"> & Record<"quantity" | "valueFen", string>
  >(sql`
    select x.asset_id::text as "assetId", lot.lot_number as "lotNumber", lot.expires_on::text as "expiresOn",
           x.quantity::text, x.value_fen::text as "valueFen", donor.name as donor, g.id as "giftId",
           g.number as "giftNumber", kit.id as "kitId", kit.number as "kitNumber"
    from case_lots x
    join source_lots lot on lot.asset_id = x.asset_id
    left join gifts g on g.id = lot.gift_id
    left join donors donor on donor.id = g.donor_id
    left join kits kit on kit.id = lot.kit_id
    where x.case_id = ${caseId}::uuid order by x.asset_id`);
  return rows.map((row) => ({ ...row, quantity: BigInt(row.quantity), valueFen: BigInt(row.valueFen) }));
}

async function notesOf(caseId: string): Promise<Case["notes"]> {
  const rows = await db.execute<{ text: string; by: string | null; at: string }>(sql`
    select n.text, u.name as by, n.created_at::text as at
    from case_notes n left join users u on u.id = n.by
    where n.case_id = ${caseId}::uuid order by n.created_at, n.id`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
