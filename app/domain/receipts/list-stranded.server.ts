import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { withinReach } from "../within-reach.server.ts";

/** A report that was left in a phone, as far as it can be read. */
export interface StrandedRow {
  id: string;
  deliveryId: string;
  delivery: string;
  site: string;
  township: string;
  /** Who wanted to sign. */
  name: string | null;
  post: string | null;
  part: boolean;
  /** What they counted; a line they did not touch was all there. Texts as they were sent. */
  lines: StrandedLine[];
  /** Why it was refused: a code of the dictionary `errors`. */
  refusal: string;
  /** By the phone's own clock. */
  keptSince: Date | null;
  createdAt: Date;
  settledAt: Date | null;
  settledBy: string | null;
  settledNote: string | null;
}

export type StrandedLine = {
  n: number;
  item: string | null;
  unit: string;
  good: string | null;
  damaged: string | null;
  remark: string | null;
};

/** The reports within reach that were left in phones: those to settle, the oldest first; or those settled last. */
export async function listStranded(
  actor: MemberActor,
  { settled = false, page = 1 }: { settled?: boolean; page?: number } = {},
): Promise<Page<StrandedRow>> {
  const rows = await db.execute<Row>(sql`
    select r.id, r.delivery_id as "deliveryId", d.number as delivery, s.name as site, t.name as township, r.body,
           r.refusal, r.kept_since::text as "keptSince", r.created_at::text as "createdAt",
           r.settled_at::text as "settledAt", u.name as "settledBy", r.settled_note as "settledNote",
           (select json_agg(json_build_object('n', l.n, 'item', i.name, 'unit', i.base_unit))
            from delivery_lines l join items i on i.id = l.item_id where l.delivery_id = d.id) as items,
           count(*) over ()::int as total
    from stranded_reports r
    join deliveries d on d.id = r.delivery_id
    join sites s on s.id = d.site_id
    join townships t on t.code = s.township_code
    left join users u on u.id = r.settled_by
    where ${withinReach(actor, sql`r.organization_id`)} and ${settled ? sql`r.settled_at is not null` : isOpen}
    order by ${settled ? sql`r.settled_at desc` : sql`r.created_at`}, r.id
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return { rows: rows.map(rowOf), total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
}

/** How many reports within reach wait to be settled. */
export async function countStranded(actor: MemberActor): Promise<number> {
  const [row] = await db.execute<{ open: number }>(sql`
    select count(*)::int as open from stranded_reports r
    where ${withinReach(actor, sql`r.organization_id`)} and ${isOpen}`);
  return row?.open ?? 0;
}

/** What the phone could deliver after all, with another PIN, needs nobody. */
const isOpen = sql`(r.settled_at is null and not exists (select from requests q where q.id = r.id))`;

type Item = { n: number; item: string; unit: string };
type Moments = "keptSince" | "createdAt" | "settledAt";
type Row = Omit<StrandedRow, Moments | "name" | "post" | "part" | "lines"> &
  Record<Moments, string | null> & { body: unknown; items: Item[]; total: number };

/** Anything may stand in a body that was refused. */
const text = z
  .union([z.string(), z.number()])
  .transform((value) => `${value}`.slice(0, 300) || null)
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const Said = z.object({
  name: text,
  post: text,
  part: z.boolean().catch(false),
  lines: z.array(z.object({ n: z.coerce.number(), good: text, damaged: text, remark: text })).catch([]),
});

function rowOf({ body, items, total: _total, ...row }: Row): StrandedRow {
  const { lines, ...said } = Said.parse(body);
  return {
    ...row,
    ...said,
    lines: lines.map((line) => {
      const named = items.find(({ n }) => n === line.n);
      return { ...line, item: named?.item ?? null, unit: named?.unit ?? "" };
    }),
    keptSince: instant(row.keptSince),
    createdAt: new Date(row.createdAt ?? 0),
    settledAt: instant(row.settledAt),
  };
}

const instant = (at: string | null): Date | null => (at === null ? null : new Date(at));
