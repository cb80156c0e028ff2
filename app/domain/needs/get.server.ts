import { sql } from "drizzle-orm";
import { db } from "#db";
import type { DeliveryStatus, NeedStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { type Clock, clockOf } from "../clocks/clock.ts";
import { momentsOfNeed, type MomentsRecord, readMoments } from "../clocks/moments.server.ts";
import { targetsOf } from "../clocks/targets.server.ts";
import { civilDate } from "../dates.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";
import { linesOfNeeds, type NeedLine } from "./lines.server.ts";
import { type Urgency, urgencyOf } from "./urgency.server.ts";

export interface Need {
  id: string;
  number: string;
  status: NeedStatus;
  siteId: string;
  site: string;
  township: string;
  people: number | null;
  /** Civil date. */
  neededBy: string | null;
  note: string | null;
  /** Who asked, by post; null when it is not known. */
  askedBy: string | null;
  /** Who at the desk wrote it down; null when the site did. */
  recordedBy: string | null;
  askedAt: Date;
  answer: string | null;
  answeredBy: string | null;
  checkedAt: Date | null;
  closedAt: Date | null;
  urgency: Urgency;
  lines: NeedLine[];
  deliveries: { id: string; number: string; status: DeliveryStatus }[];
  clock: Clock;
}

/** One need within reach: what is asked for, what there is of it, and the deliveries that answer it. */
export async function getNeed(actor: MemberActor, id: string, now = new Date()): Promise<Need> {
  const [row] = await db.execute<Found>(sql`
    select n.id, n.number, n.organization_id as "organizationId", n.status, n.site_id as "siteId", s.name as site,
           t.name as township, n.people, n.needed_by::text as "neededBy", n.note, n.asked_by as "askedBy",
           maker.name as "recordedBy", n.asked_at::text as "askedAt", n.answer, checker.name as "answeredBy",
           n.checked_at::text as "checkedAt", n.closed_at::text as "closedAt",
           ${urgencyOf(sql`n`, civilDate(now))} as urgency,
           (select coalesce(json_agg(json_build_object('id', d.id, 'number', d.number, 'status', d.status)
                                     order by d.created_at), '[]')
            from deliveries d where d.need_id = n.id) as deliveries,
           ${momentsOfNeed(sql`n`)} as moments
    from needs n
    join sites s on s.id = n.site_id
    join townships t on t.code = s.township_code
    left join users maker on maker.id = n.created_by
    left join users checker on checker.id = n.checked_by
    where n.id = ${id}::uuid and ${withinReach(actor, sql`n.organization_id`)}`);
  if (!row) return notFound("need");
  const { organizationId, moments, askedAt, checkedAt, closedAt, ...need } = row;
  const [targets, lines] = await Promise.all([
    targetsOf(db, [organizationId]),
    linesOfNeeds(actor, [row.id], civilDate(now)),
  ]);
  return {
    ...need,
    askedAt: new Date(askedAt),
    checkedAt: instant(checkedAt),
    closedAt: instant(closedAt),
    lines: lines.get(row.id) ?? [],
    clock: clockOf(readMoments(moments), targets(organizationId), now),
  };
}

type Found = Omit<Need, "askedAt" | "checkedAt" | "closedAt" | "lines" | "clock"> & {
  organizationId: string;
  askedAt: string;
  checkedAt: string | null;
  closedAt: string | null;
  moments: MomentsRecord;
};

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
