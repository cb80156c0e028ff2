import { sql } from "drizzle-orm";
import { db } from "#db";
import type { BeneficiaryGroup, DeliveryStatus, DifferenceReason, SiteKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { may } from "../permissions.ts";
import { withinReach } from "../within-reach.server.ts";
import { PIN_TRIES } from "./pin.server.ts";

/** Quantities in base units, instants as Date, civil dates as text. */
export interface Delivery extends Omit<Head, "pin" | "pinFailures"> {
  /** Only while it is under way, and only for those who may issue a new one. */
  pin: string | null;
  /** Five wrong PINs: strangers are asked for the end of the site's telephone number too, until a new one is issued. */
  guarded: boolean;
  lines: Line[];
  handOvers: HandOver[];
  /** Each time somebody signed for it; one of an import has none. */
  signings: Signing[];
}

export interface Line {
  n: number;
  itemId: string;
  item: string;
  unit: string;
  quantity: bigint;
  packName: string | null;
  packSize: bigint | null;
  /** Good so far, by receipts for parts. */
  partly: bigint;
  /** Null until it is confirmed; of a part, `damaged` is known before. */
  good: bigint | null;
  short: bigint | null;
  damaged: bigint | null;
  extra: bigint | null;
  reason: DifferenceReason | null;
  remark: string | null;
  /** Why its lot was chosen by hand; null when the picking rule chose. */
  pickReason: string | null;
  /** Signed for as missing or damaged, and turned up at the site since. */
  found: bigint;
  /** Of what arrived good: handed on to households. */
  handedOver: bigint;
  /** Of what arrived good: sent back since. */
  returned: bigint;
  picks: PickedLot[];
}

/** The part of a line that was taken from one source lot. */
export interface PickedLot {
  n: number;
  assetId: string;
  quantity: bigint;
  place: string;
  lotNumber: string | null;
  expiresOn: string | null;
  receivedOn: string;
  restriction: string | null;
  /** Who gave it; of kits, made of several gifts, null. */
  donor: string | null;
  giftId: string | null;
  giftNumber: string | null;
  kitId: string | null;
  kitNumber: string | null;
}

export type HandOver = {
  id: string;
  number: string;
  households: number;
  people: number;
  handedOn: string;
  /** As `readBasis` reads it. */
  basis: string | null;
  note: string | null;
  groups: { group: BeneficiaryGroup; people: number }[];
  registerId: string | null;
  registerNumber: string | null;
};

/** One time somebody signed, a part or the last. */
export interface Signing {
  n: number;
  part: boolean;
  name: string;
  post: string | null;
  /** The words agreed to. */
  agreed: string;
  at: Date;
}

/** One delivery within reach, with what was packed for it, its steps and who made them. */
export async function getDelivery(actor: MemberActor, id: string): Promise<Delivery> {
  const head = await headOf(actor, id);
  const [lines, handOvers, signings] = await Promise.all([linesOf(id), handOversOf(id), signingsOf(id)]);
  const { pin, pinFailures, ...shown } = head;
  const underWay = head.status === "planned" || head.status === "dispatched";
  return {
    ...shown,
    pin: underWay && may(actor, "delivery.renew-pin") ? pin : null,
    guarded: underWay && pinFailures >= PIN_TRIES,
    lines,
    handOvers,
    signings,
  };
}

interface Head {
  id: string;
  number: string;
  status: DeliveryStatus;
  organizationId: string;
  organization: string;
  hotline: string | null;
  warehouseId: string;
  warehouse: string;
  siteId: string;
  site: string;
  siteKind: SiteKind;
  township: string;
  address: string | null;
  contactName: string | null;
  contactPhone: string | null;
  boxes: number;
  code: string;
  pin: string;
  pinFailures: number;
  plannedOn: string;
  note: string | null;
  createdAt: Date;
  createdBy: string | null;
  dispatchedAt: Date | null;
  dispatchedBy: string | null;
  confirmedAt: Date | null;
  receiverName: string | null;
  receiverPost: string | null;
  cancelledAt: Date | null;
  cancelledReason: string | null;
}

type Moments = "createdAt" | "dispatchedAt" | "confirmedAt" | "cancelledAt";

async function headOf(actor: MemberActor, id: string): Promise<Head> {
  const [row] = await db.execute<Omit<Head, Moments> & Record<Moments, string | null>>(sql`
    select d.id, d.number, d.status, d.organization_id as "organizationId", o.name as organization, o.hotline,
           d.warehouse_id as "warehouseId", w.name as warehouse, d.site_id as "siteId", s.name as site,
           s.kind as "siteKind", t.name as township, s.address, s.contact_name as "contactName",
           s.contact_phone as "contactPhone", d.boxes, d.code, d.pin, d.pin_failures as "pinFailures",
           d.planned_on::text as "plannedOn", d.note, d.created_at::text as "createdAt", maker.name as "createdBy",
           d.dispatched_at::text as "dispatchedAt", sender.name as "dispatchedBy",
           d.confirmed_at::text as "confirmedAt", d.receiver_name as "receiverName",
           d.receiver_post as "receiverPost", d.cancelled_at::text as "cancelledAt",
           d.cancelled_reason as "cancelledReason"
    from deliveries d
    join organizations o on o.id = d.organization_id
    join warehouses w on w.id = d.warehouse_id
    join sites s on s.id = d.site_id
    join townships t on t.code = s.township_code
    left join users maker on maker.id = d.created_by
    left join users sender on sender.id = d.dispatched_by
    where d.id = ${id}::uuid and ${withinReach(actor, sql`d.organization_id`)}`);
  if (!row) return notFound("delivery");
  return {
    ...row,
    createdAt: new Date(row.createdAt ?? 0),
    dispatchedAt: instant(row.dispatchedAt),
    confirmedAt: instant(row.confirmedAt),
    cancelledAt: instant(row.cancelledAt),
  };
}

type PickRecord = Omit<PickedLot, "quantity"> & { quantity: string };
type LineRecord = Omit<
  Line,
  "quantity" | "packSize" | "partly" | "good" | "short" | "damaged" | "extra" | "found" | "returned" | "picks"
> & {
  quantity: string;
  packSize: string | null;
  partly: string;
  good: string | null;
  short: string | null;
  damaged: string | null;
  extra: string | null;
  found: string;
  handedOver: string;
  returned: string;
  picks: PickRecord[];
};

async function linesOf(deliveryId: string): Promise<Line[]> {
  const rows = await db.execute<LineRecord>(sql`
    select l.n, l.item_id as "itemId", i.name as item, i.base_unit as unit, l.quantity::text,
           l.pack_name as "packName", l.pack_size::text as "packSize", l.partly::text, l.good::text, l.short::text,
           l.damaged::text, l.extra::text, l.reason, l.remark, l.pick_reason as "pickReason",
           (select coalesce(sum(c.quantity), 0)::text
            from cases c
            where c.delivery_id = l.delivery_id and c.line_n = l.n and c.decision = 'found'
              and exists (select from postings p join accounts a on a.id = p.to_account
                          where p.entry_id = c.entry_id and a.kind = 'site')) as found,
           (select sum(handed_over)::text from delivery_picks k
            where k.delivery_id = l.delivery_id and k.line_n = l.n) as "handedOver",
           (select coalesce(sum(came.quantity), 0)::text
            from returns back join return_lines came on came.return_id = back.id
            where back.delivery_id = l.delivery_id and came.line_n = l.n) as returned,
           (select json_agg(json_build_object(
                     'n', k.n, 'assetId', k.asset_id::text, 'quantity', k.quantity::text, 'place', a.name,
                     'lotNumber', lot.lot_number, 'expiresOn', lot.expires_on, 'receivedOn', lot.received_on,
                     'restriction', r.text, 'donor', donor.name, 'giftId', g.id, 'giftNumber', g.number,
                     'kitId', kit.id, 'kitNumber', kit.number)
                   order by k.n)
            from delivery_picks k
            join accounts a on a.id = k.from_account
            join source_lots lot on lot.asset_id = k.asset_id
            left join gifts g on g.id = lot.gift_id
            left join donors donor on donor.id = g.donor_id
            left join kits kit on kit.id = lot.kit_id
            left join restrictions r on r.id = lot.restriction_id
            where k.delivery_id = l.delivery_id and k.line_n = l.n) as picks
    from delivery_lines l join items i on i.id = l.item_id
    where l.delivery_id = ${deliveryId}::uuid order by l.n`);
  return rows.map((row) => ({
    ...row,
    quantity: BigInt(row.quantity),
    packSize: whole(row.packSize),
    partly: BigInt(row.partly),
    good: whole(row.good),
    short: whole(row.short),
    damaged: whole(row.damaged),
    extra: whole(row.extra),
    found: BigInt(row.found),
    handedOver: BigInt(row.handedOver),
    returned: BigInt(row.returned),
    picks: row.picks.map((picked) => ({ ...picked, quantity: BigInt(picked.quantity) })),
  }));
}

async function handOversOf(deliveryId: string): Promise<HandOver[]> {
  const rows = await db.execute<HandOver>(sql`
    select h.id, h.number, h.households, h.people, h.handed_on::text as "handedOn", h.basis, h.note,
           (select coalesce(json_agg(json_build_object('group', g.group, 'people', g.people) order by g.people desc, g.group), '[]')
            from hand_over_groups g where g.hand_over_id = h.id) as groups,
           r.id as "registerId", r.number as "registerNumber"
    from hand_overs h left join registers r on r.id = h.register_id
    where h.delivery_id = ${deliveryId}::uuid order by h.handed_on, h.number`);
  return [...rows];
}

async function signingsOf(deliveryId: string): Promise<Signing[]> {
  const rows = await db.execute<Omit<Signing, "at"> & { at: string }>(sql`
    select n, partial as part, name, post, agreed, occurred_at::text as at
    from receipts where delivery_id = ${deliveryId}::uuid order by n`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

const whole = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
