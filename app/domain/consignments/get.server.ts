import { sql } from "drizzle-orm";
import { db } from "#db";
import type {
  AccountKind,
  BoxKind,
  ConsignmentStatus,
  RefusalAction,
  RefusalReason,
  ValueBasis,
} from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound } from "../errors.ts";
import { isId } from "../is-id.ts";
import { withinReach } from "../within-reach.server.ts";
import { lifeOf } from "./check-line.ts";
import { isUnknown } from "./list.server.ts";

/** One consignment within reach, as its goods received note has it. Quantities are base units. */
export async function getConsignment(actor: MemberActor, id: string) {
  if (!isId(id)) return notFound("consignment");
  const head = await headOf(actor, id);
  const [lines, refusals, boxes, gifts, decisions] = await Promise.all([
    linesOf(id, head.keeperId),
    refusalsOf(id),
    boxesOf(id),
    giftsOf(id),
    decisionsOf(id),
  ]);
  return {
    ...head,
    lines: lines.map((line) => withRefusals(line, refusals, decisions)),
    refusals,
    boxes,
    gifts,
  };
}

export type Consignment = Awaited<ReturnType<typeof getConsignment>>;
export type Line = Consignment["lines"][number];
export type Refusal = Consignment["refusals"][number];
export type Box = Consignment["boxes"][number];

type Head = {
  id: string;
  number: string;
  status: ConsignmentStatus;
  organizationId: string;
  organization: string;
  hotline: string | null;
  /** Whose catalogue the items are in. */
  keeperId: string;
  warehouseId: string;
  warehouse: string;
  pledgeId: string | null;
  pledgeNumber: string | null;
  donor: string | null;
  expectedOn: string | null;
  expectedBoxes: number | null;
  note: string | null;
  linkExpiresAt: Date | null;
  donorFilledAt: Date | null;
  arrivedAt: Date | null;
  preparedBy: string | null;
  checkedBy: string | null;
  checkedAt: Date | null;
  overrideReason: string | null;
  cancelledReason: string | null;
  createdAt: Date;
};

const instants = ["linkExpiresAt", "donorFilledAt", "arrivedAt", "checkedAt", "createdAt"] as const;

async function headOf(actor: MemberActor, id: string): Promise<Head> {
  const at = (column: string) => sql`extract(epoch from c.${sql.identifier(column)}) * 1000`;
  const [row] = await db.execute<Record<keyof Head, unknown>>(sql`
    select c.id, c.number, c.status, c.organization_id as "organizationId", o.name as organization, o.hotline,
           coalesce(o.books_kept_by, o.id) as "keeperId", c.warehouse_id as "warehouseId", w.name as warehouse,
           c.pledge_id as "pledgeId", p.number as "pledgeNumber", c.donor, c.expected_on::text as "expectedOn",
           c.expected_boxes as "expectedBoxes", c.note, ${at("link_expires_at")} as "linkExpiresAt",
           ${at("donor_filled_at")} as "donorFilledAt", ${at("arrived_at")} as "arrivedAt",
           prepared.name as "preparedBy", checked.name as "checkedBy", ${at("checked_at")} as "checkedAt",
           c.override_reason as "overrideReason", c.cancelled_reason as "cancelledReason",
           ${at("created_at")} as "createdAt"
    from consignments c
    join organizations o on o.id = c.organization_id
    join warehouses w on w.id = c.warehouse_id
    left join pledges p on p.id = c.pledge_id
    left join users prepared on prepared.id = c.prepared_by
    left join users checked on checked.id = c.checked_by
    where c.id = ${id} and ${withinReach(actor, sql`c.organization_id`)}`);
  if (!row) return notFound("consignment");
  const times = instants.map(
    (name) => [name, row[name] === null ? null : new Date(Number(row[name]))] as const,
  );
  return { ...row, ...Object.fromEntries(times) } as Head;
}

/** A line as SQL answers it: 64-bit numbers as text. */
type FoundLine = {
  n: number;
  item: string;
  unit: string;
  specification: string | null;
  packName: string | null;
  packSize: string | null;
  expected: string | null;
  counted: string;
  lotNumber: string | null;
  expiresOn: string | null;
  valueFen: string | null;
  valueBasis: ValueBasis | null;
  restriction: string | null;
  minRemainingDays: number | null;
};

async function linesOf(id: string, keeperId: string) {
  const rows = await db.execute<FoundLine>(sql`
    select l.n, l.item, l.unit, l.specification, l.pack_name as "packName", l.pack_size::text as "packSize",
           l.expected::text as expected, l.counted::text as counted, l.lot_number as "lotNumber",
           l.expires_on::text as "expiresOn", l.value_fen::text as "valueFen", l.value_basis as "valueBasis",
           l.restricted_to as restriction, i.min_remaining_days as "minRemainingDays"
    from consignment_lines l
    left join items i on i.id = coalesce(
      (select coalesce(named.merged_into, named.id) from items named where named.id = l.item_id),
      (select id from items where organization_id = ${keeperId} and name = l.item))
    where l.consignment_id = ${id} order by l.n`);
  const whole = (text: string | null) => (text === null ? null : BigInt(text));
  return rows.map(({ packSize, expected, counted, valueFen, minRemainingDays, ...line }) => ({
    ...line,
    packSize: whole(packSize),
    expected: whole(expected),
    counted: BigInt(counted),
    valueFen: whole(valueFen),
    minRemainingDays,
    life: lifeOf(line.expiresOn, minRemainingDays, todayInShanghai()),
  }));
}

/** counted = accepted + sentBack + heldBack. */
function withRefusals(
  line: Awaited<ReturnType<typeof linesOf>>[number],
  refusals: Awaited<ReturnType<typeof refusalsOf>>,
  decisions: Record<string, string>,
) {
  const refused = (action: RefusalAction) =>
    refusals
      .filter((refusal) => refusal.lineN === line.n && refusal.action === action)
      .reduce((sum, { quantity }) => sum + quantity, 0n);
  const [sentBack, heldBack] = [refused("rejected"), refused("quarantined")];
  return {
    ...line,
    sentBack,
    heldBack,
    accepted: line.counted - sentBack - heldBack,
    acceptReason: decisions[`accepted.${line.n}`] ?? null,
  };
}

async function refusalsOf(id: string) {
  const rows = await db.execute<{
    id: string;
    lineN: number | null;
    item: string;
    unit: string;
    quantity: string;
    action: RefusalAction;
    reason: RefusalReason;
    note: string | null;
    by: string | null;
    code: string | null;
  }>(sql`
    select r.id, r.line_n as "lineN", r.item, r.unit, r.quantity::text as quantity, r.action, r.reason, r.note,
           u.name as by, label.code
    from consignment_refusals r
    left join users u on u.id = r.created_by
    left join box_events e on e.id = r.id
    left join labels label on label.box_id = e.box_id and label.revoked_at is null
    where r.consignment_id = ${id} order by r.created_at, r.id`);
  return rows.map((row) => ({ ...row, quantity: BigInt(row.quantity) }));
}

/** The boxes that stand there; one that was opened later names the gift it became. */
async function boxesOf(id: string) {
  const rows = await db.execute<{
    id: string;
    code: string | null;
    kind: BoxKind;
    line: number | null;
    counted: string | null;
    place: string;
    placeKind: AccountKind;
    note: string | null;
    unknown: boolean;
  }>(sql`
    select b.id, label.code, b.kind, b.consignment_line as line, b.counted::text as counted, a.name as place,
           a.kind as "placeKind", b.note, ${isUnknown(sql`b`)} as unknown
    from boxes b
    join accounts a on a.id = b.account_id
    left join labels label on label.box_id = b.id and label.revoked_at is null
    where b.consignment_id = ${id} and b.emptied_at is null
    order by b.consignment_line nulls last, b.created_at, b.id`);
  return rows.map((row) => ({ ...row, counted: row.counted === null ? null : BigInt(row.counted) }));
}

/** The gift the consignment became, and those that boxes opened later were booked as. */
async function giftsOf(id: string) {
  const rows = await db.execute<{ id: string; number: string; supplement: boolean }>(sql`
    select g.id, g.number, g.id is distinct from c.gift_id as supplement
    from consignments c
    join gifts g on g.id = c.gift_id or g.id in (
      select (e.detail->>'giftId')::uuid from boxes b
      join box_events e on e.box_id = b.id and e.kind = 'box.classify'
      where b.consignment_id = c.id)
    where c.id = ${id} order by supplement, g.number`);
  return [...rows];
}

/** Why goods of a short life were taken in, by line: what the checker wrote. */
async function decisionsOf(id: string): Promise<Record<string, string>> {
  const [row] = await db.execute<{ detail: Record<string, string> }>(sql`
    select detail from audit where subject_id = ${id} and action = 'consignment.check' order by id limit 1`);
  return row?.detail ?? {};
}
