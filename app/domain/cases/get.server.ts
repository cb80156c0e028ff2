import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { CaseDecision, CaseKind, DifferenceReason } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";
import type { CaseAbout } from "./decision.ts";
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
  /** Of a delivery in parts: still on the road. */
  toCome: bigint;
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
  /** What it is about: a delivery from a warehouse to a site, or a transfer from one warehouse to another. */
  about: CaseAbout;
  journeyId: string;
  journey: string;
  from: string;
  /** "花木街道 · 花木方舱医院", or the other warehouse. */
  to: string;
  sentAt: Date | null;
  sentById: string | null;
  sentBy: string | null;
  /** Who signed for it, or who took the transfer in. */
  receivedAt: Date | null;
  receivedBy: string | null;
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
  /** At whose dock or site it was found. */
  foundIn: string | null;
  replacementId: string | null;
  replacement: string | null;
  closedBy: string | null;
  closedAt: Date | null;
}

type Moments = "sentAt" | "receivedAt" | "createdAt" | "decidedAt" | "closedAt";
type HeadRecord = Omit<Head, Moments | "quantity"> & Record<Moments | "quantity", string | null>;

async function headOf(actor: MemberActor, id: string): Promise<Head> {
  const [row] = await db.execute<HeadRecord>(sql`
    select c.id, c.number, c.kind, o.name as organization,
           case when moved.id is null then 'delivery' else 'transfer' end as about,
           coalesce(d.id, moved.id) as "journeyId", coalesce(d.number, moved.number) as journey,
           w.name as from, coalesce(t.name || ' · ' || s.name, goal.name) as to,
           coalesce(d.dispatched_at, moved.created_at)::text as "sentAt", sender.id as "sentById",
           sender.name as "sentBy", coalesce(d.confirmed_at, moved.received_at)::text as "receivedAt",
           coalesce(nullif(concat_ws('，', d.receiver_name, d.receiver_post), ''), receiver.name) as "receivedBy",
           c.line_n as "lineN", c.quantity::text, c.reason, c.remark, c.report, c.owner_id as "ownerId", owner.name as owner,
           c.due_on::text as "dueOn", c.created_at::text as "createdAt", c.decision,
           c.decision_note as "decisionNote", decider.name as "decidedBy", c.decided_at::text as "decidedAt",
           place.kind as "wentTo", coalesce(found_site.name, found_dock.name) as "foundIn",
           c.replacement_id as "replacementId", other.number as replacement, closer.name as "closedBy",
           c.closed_at::text as "closedAt"
    from cases c
    join organizations o on o.id = c.organization_id
    left join deliveries d on d.id = c.delivery_id
    left join sites s on s.id = d.site_id
    left join townships t on t.code = s.township_code
    left join transfers moved on moved.id = c.transfer_id
    left join warehouses goal on goal.id = moved.to_warehouse_id
    join warehouses w on w.id = coalesce(d.warehouse_id, moved.from_warehouse_id)
    left join lateral (
      select a.id, a.kind from postings p join accounts a on a.id = p.to_account
      where p.entry_id = c.entry_id and a.kind <> 'transfer' limit 1
    ) place on true
    left join sites found_site on found_site.account_id = place.id
    left join warehouses found_dock on found_dock.dock_account_id = place.id
    left join users sender on sender.id = coalesce(d.dispatched_by, moved.sent_by)
    left join users receiver on receiver.id = moved.received_by
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
    sentAt: instant(row.sentAt),
    receivedAt: instant(row.receivedAt),
    decidedAt: instant(row.decidedAt),
    closedAt: instant(row.closedAt),
  };
}

type Numbers = "quantity" | "good" | "short" | "damaged" | "extra" | "toCome";

async function linesOf({ about, journeyId, lineN }: Head): Promise<CaseLine[]> {
  const rows = await db.execute<
    Omit<CaseLine, Numbers | "packSize"> & Record<Numbers, string> & { packSize: string | null }
  >(about === "delivery" ? deliveryLines(journeyId, lineN) : transferLines(journeyId, lineN));
  return rows.map((row) => ({
    ...row,
    quantity: BigInt(row.quantity),
    packSize: row.packSize === null ? null : BigInt(row.packSize),
    good: BigInt(row.good),
    short: BigInt(row.short),
    damaged: BigInt(row.damaged),
    extra: BigInt(row.extra),
    toCome: BigInt(row.toCome),
  }));
}

const deliveryLines = (deliveryId: string, lineN: number | null): SQL => sql`
  select l.n, i.name as item, i.base_unit as unit, l.quantity::text, l.pack_name as "packName",
         l.pack_size::text as "packSize", coalesce(l.good, l.partly)::text as good, coalesce(l.short, 0)::text as short,
         coalesce(l.damaged, 0)::text as damaged, coalesce(l.extra, 0)::text as extra,
         case when l.good is null then l.quantity - l.partly - coalesce(l.damaged, 0) else 0 end::text as "toCome"
  from delivery_lines l join items i on i.id = l.item_id
  where l.delivery_id = ${deliveryId}::uuid and (${lineN}::int is null or l.n = ${lineN}::int) order by l.n`;

/** How much of a transfer's line came damaged is in its cases: together they are what did not come to the dock good. */
const transferLines = (transferId: string, lineN: number | null): SQL => sql`
  select l.n, i.name as item, i.base_unit as unit, l.quantity::text, lot.pack_name as "packName",
         lot.pack_size::text as "packSize", l.received::text as good,
         (l.quantity - l.received - damaged.sum)::text as short, damaged.sum::text as damaged, '0' as extra,
         '0' as "toCome"
  from transfer_lines l
  join source_lots lot on lot.asset_id = l.asset_id
  join items i on i.id = lot.item_id
  cross join lateral (
    select coalesce(sum(c.quantity), 0) as sum from cases c
    where c.transfer_id = l.transfer_id and c.line_n = l.n and c.kind = 'damaged'
  ) damaged
  where l.transfer_id = ${transferId}::uuid and l.n = ${lineN}::int`;

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
