import { sql } from "drizzle-orm";
import { db } from "#db";
import type { DeliveryStatus, DifferenceReason } from "#db/vocabulary";
import { parseCode } from "../code.ts";
import { phoneEndOf } from "./check-keys.server.ts";
import { maskedName } from "./masked-name.ts";
import { PIN_TRIES } from "./pin.server.ts";

/** What a label's code leads to. Whom to call is known wherever the code is. */
export type CodeFinding =
  | { kind: "misread"; code: string }
  | { kind: "unknown"; code: string }
  | { kind: "replaced"; number: string; organization: string; hotline: string | null }
  | { kind: "found"; delivery: DoorDelivery };

/** A delivery as whoever holds its label may see it: no donor, no telephone number, never the PIN. */
export interface DoorDelivery {
  code: string;
  number: string;
  status: DeliveryStatus;
  organization: string;
  hotline: string | null;
  warehouse: string;
  township: string;
  site: string;
  contactName: string | null;
  boxes: number;
  dispatchedAt: Date | null;
  confirmedAt: Date | null;
  /** Who signed: the post, or a name of which only the first character is shown. */
  signedBy: string | null;
  cancelledAt: Date | null;
  /** After wrong PINs from strangers the end of the site's telephone number is asked for too. */
  guarded: boolean;
  /** Guarded, and nobody wrote a telephone number down: only a new PIN or the site's own link opens it. */
  locked: boolean;
  /** Receipts so far, the first first; of a delivery in parts more than one. */
  signings: DoorSigning[];
  lines: DoorLine[];
}

export type DoorSigning = { n: number; part: boolean; signedBy: string | null; at: Date };

export interface DoorLine {
  n: number;
  item: string;
  specification: string | null;
  unit: string;
  quantity: bigint;
  packName: string | null;
  packSize: bigint | null;
  /** Good so far by receipts for parts, and what is still on the road; 0 once it is confirmed or cancelled. */
  partly: bigint;
  toCome: bigint;
  /** Null until it is confirmed; then good + short + damaged = quantity. Of a part, `damaged` is known before. */
  good: bigint | null;
  short: bigint | null;
  damaged: bigint | null;
  extra: bigint | null;
  reason: DifferenceReason | null;
  remark: string | null;
}

/**
 * Looks a label's code up as it was scanned or typed; the label of a box leads to the delivery that the box left with.
 * Needs no account: holding the label is the right to look.
 */
export async function findByCode(text: string): Promise<CodeFinding> {
  const verdict = parseCode(text);
  if (!verdict.ok) return { kind: "misread", code: text.slice(0, 20) };
  const { code } = verdict;
  const delivery = (await deliveryWith(code)) ?? (await deliveryOfBox(code));
  if (delivery) return { kind: "found", delivery };
  const [replaced] = await db.execute<{ number: string; organization: string; hotline: string | null }>(sql`
    select d.number, o.name as organization, o.hotline
    from revoked_codes r
    join deliveries d on d.id = r.delivery_id
    join organizations o on o.id = d.organization_id
    where r.code = ${code}`);
  return replaced ? { kind: "replaced", ...replaced } : { kind: "unknown", code };
}

/** Before it leaves, a box may still be taken off the delivery: then its label says nothing to a receiver. */
async function deliveryOfBox(label: string): Promise<DoorDelivery | undefined> {
  const [box] = await db.execute<{ code: string }>(sql`
    select d.code from labels l
    join boxes b on b.id = l.box_id
    join deliveries d on d.id = b.delivery_id
    where l.code = ${label} and l.revoked_at is null and d.status in ('dispatched', 'confirmed')`);
  return box && deliveryWith(box.code);
}

async function deliveryWith(code: string): Promise<DoorDelivery | undefined> {
  const [row] = await db.execute<{
    number: string;
    status: DeliveryStatus;
    organization: string;
    hotline: string | null;
    warehouse: string;
    township: string;
    site: string;
    contactName: string | null;
    boxes: number;
    dispatched_at: string | null;
    confirmed_at: string | null;
    receiver_name: string | null;
    receiver_post: string | null;
    cancelled_at: string | null;
    pin_failures: number;
    contact_phone: string | null;
    signings: { n: number; part: boolean; name: string; post: string | null; at: string }[] | null;
    lines: LineRecord[];
  }>(sql`
    select d.number, d.status, o.name as organization, o.hotline, w.name as warehouse, t.name as township,
           s.name as site, s.contact_name as "contactName", d.boxes, d.dispatched_at::text, d.confirmed_at::text,
           d.receiver_name, d.receiver_post, d.cancelled_at::text, d.pin_failures, s.contact_phone,
           (select json_agg(json_build_object('n', r.n, 'part', r.partial, 'name', r.name, 'post', r.post,
                                              'at', r.occurred_at) order by r.n)
            from receipts r where r.delivery_id = d.id) as signings,
           (select json_agg(json_build_object(
                     'n', l.n, 'item', i.name, 'specification', i.specification, 'unit', i.base_unit,
                     'quantity', l.quantity::text, 'packName', l.pack_name, 'packSize', l.pack_size::text,
                     'partly', l.partly::text,
                     'toCome', (case when d.status in ('planned', 'dispatched')
                                     then l.quantity - l.partly - coalesce(l.damaged, 0) else 0 end)::text,
                     'good', l.good::text, 'short', l.short::text, 'damaged', l.damaged::text,
                     'extra', l.extra::text, 'reason', l.reason, 'remark', l.remark) order by l.n)
            from delivery_lines l join items i on i.id = l.item_id where l.delivery_id = d.id) as lines
    from deliveries d
    join organizations o on o.id = d.organization_id
    join warehouses w on w.id = d.warehouse_id
    join sites s on s.id = d.site_id
    join townships t on t.code = s.township_code
    where d.code = ${code}`);
  if (!row) return undefined;
  const { dispatched_at, confirmed_at, cancelled_at, receiver_name, receiver_post, ...rest } = row;
  const { pin_failures, contact_phone, signings, lines, ...facts } = rest;
  const guarded = pin_failures >= PIN_TRIES;
  return {
    ...facts,
    code,
    dispatchedAt: instant(dispatched_at),
    confirmedAt: instant(confirmed_at),
    cancelledAt: instant(cancelled_at),
    signedBy: receiver_post ?? maskedName(receiver_name),
    guarded,
    locked: guarded && phoneEndOf(contact_phone) === null,
    signings: (signings ?? []).map(({ name, post, at, ...signing }) => ({
      ...signing,
      signedBy: post ?? maskedName(name),
      at: new Date(at),
    })),
    lines: lines.map(lineOf),
  };
}

type Counts = "packSize" | "good" | "short" | "damaged" | "extra";
type Whole = "quantity" | "partly" | "toCome";
type LineRecord = Omit<DoorLine, Counts | Whole> & Record<Whole, string> & Record<Counts, string | null>;

const lineOf = (row: LineRecord): DoorLine => ({
  ...row,
  quantity: BigInt(row.quantity),
  partly: BigInt(row.partly),
  toCome: BigInt(row.toCome),
  packSize: whole(row.packSize),
  good: whole(row.good),
  short: whole(row.short),
  damaged: whole(row.damaged),
  extra: whole(row.extra),
});

const whole = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
