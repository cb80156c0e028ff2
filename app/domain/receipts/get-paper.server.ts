import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { DeliveryStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { labelUrl } from "../code.ts";
import { maskedName } from "../deliveries/masked-name.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";
import type { PaperLine, PaperSigning, ReceiptPaper } from "./paper.ts";

/** The receipt of a delivery within reach, with full names and signatures. */
export async function getPaper(actor: MemberActor, id: string, publicUrl: string): Promise<ReceiptPaper> {
  const where = sql`d.id = ${id}::uuid and ${withinReach(actor, sql`d.organization_id`)}`;
  return paperOf(await rowOf(where), publicUrl, ({ name, post }) => [post, name].filter(Boolean).join(" "));
}

/**
 * The same for whoever holds the label: a post, or a name of which only the first character is shown, and no handwriting,
 * which would tell the name.
 */
export async function getPaperAtDoor(code: string, publicUrl: string): Promise<ReceiptPaper> {
  const paper = paperOf(
    await rowOf(sql`d.code = ${code}`),
    publicUrl,
    ({ name, post }) => post ?? maskedName(name) ?? "",
  );
  return { ...paper, signings: paper.signings.map((signing) => ({ ...signing, signature: null })) };
}

interface Row extends Record<string, unknown> {
  number: string;
  code: string;
  status: DeliveryStatus;
  organization: string;
  hotline: string | null;
  warehouse: string;
  township: string;
  site: string;
  boxes: number;
  sentAt: string | null;
  lines: LineRecord[];
  signings: SigningRecord[] | null;
}
type Whole = "quantity" | "good" | "short" | "damaged" | "toCome" | "extra";
type LineRecord = Omit<PaperLine, Whole | "packSize"> & Record<Whole, string> & { packSize: string | null };
type SigningRecord = Omit<PaperSigning, "by" | "at" | "signed"> & {
  name: string;
  post: string | null;
  at: string;
};

async function rowOf(where: SQL): Promise<Row> {
  const [row] = await db.execute<Row>(sql`
    select d.number, d.code, d.status, o.name as organization, o.hotline, w.name as warehouse, t.name as township,
           s.name as site, d.boxes, d.dispatched_at::text as "sentAt",
           (select json_agg(json_build_object(
                     'item', i.name, 'specification', i.specification, 'unit', i.base_unit,
                     'quantity', l.quantity::text, 'packName', l.pack_name, 'packSize', l.pack_size::text,
                     'good', coalesce(l.good, l.partly)::text, 'short', coalesce(l.short, 0)::text,
                     'damaged', coalesce(l.damaged, 0)::text, 'extra', coalesce(l.extra, 0)::text,
                     'toCome', (case when l.good is null then l.quantity - l.partly - coalesce(l.damaged, 0)
                                     else 0 end)::text,
                     'reason', l.reason) order by l.n)
            from delivery_lines l join items i on i.id = l.item_id where l.delivery_id = d.id) as lines,
           (select json_agg(json_build_object(
                     'n', r.n, 'part', r.partial, 'name', r.name, 'post', r.post, 'at', r.occurred_at,
                     'locale', r.locale, 'agreed', r.agreed, 'signature', r.signature) order by r.n)
            from receipts r where r.delivery_id = d.id) as signings
    from deliveries d
    join organizations o on o.id = d.organization_id
    join warehouses w on w.id = d.warehouse_id
    join sites s on s.id = d.site_id
    join townships t on t.code = s.township_code
    where ${where} and d.status <> 'planned'`);
  return row ?? notFound("delivery");
}

type Who = (signing: { name: string; post: string | null }) => string;

const paperOf = (
  { status, code, sentAt, lines, signings, ...row }: Row,
  publicUrl: string,
  by: Who,
): ReceiptPaper => ({
  ...row,
  state: status === "confirmed" || status === "cancelled" ? status : "open",
  url: labelUrl(publicUrl, code),
  sentAt: sentAt === null ? null : new Date(sentAt),
  lines: lines.map((line) => ({
    ...line,
    quantity: BigInt(line.quantity),
    packSize: line.packSize === null ? null : BigInt(line.packSize),
    good: BigInt(line.good),
    short: BigInt(line.short),
    damaged: BigInt(line.damaged),
    toCome: BigInt(line.toCome),
    extra: BigInt(line.extra),
  })),
  signings: (signings ?? []).map(({ name, post, at, ...signing }) => ({
    ...signing,
    by: by({ name, post }),
    at: new Date(at),
    signed: signing.signature !== null,
  })),
});
