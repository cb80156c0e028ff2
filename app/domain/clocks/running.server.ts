import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import { type Clock, clockOf } from "./clock.ts";
import { momentsOfDelivery, momentsOfNeed, type MomentsRecord, readMoments } from "./moments.server.ts";
import { targetsOf } from "./targets.server.ts";

/** What somebody waits for: a need without a delivery yet, or a delivery that is not signed for. */
export interface Running {
  kind: "need" | "delivery";
  id: string;
  number: string;
  organizationId: string;
  /** Where a delivery goes out; null for a need, which any warehouse may answer. */
  warehouseId: string | null;
  site: string;
  township: string;
  clock: Clock;
}

/** Every clock that runs in these organizations (SQL on a column), late ones first, then by when they are due. */
export async function runningClocks(now: Date, within: (organizationId: SQL) => SQL): Promise<Running[]> {
  const rows = await db.execute<Omit<Running, "clock"> & { moments: MomentsRecord }>(sql`
    select 'need' as kind, n.id, n.number, n.organization_id as "organizationId", null::uuid as "warehouseId",
           s.name as site, t.name as township, ${momentsOfNeed(sql`n`)} as moments
    from needs n join sites s on s.id = n.site_id join townships t on t.code = s.township_code
    where n.status in ('asked', 'accepted') and ${within(sql`n.organization_id`)}
      and not exists (select from deliveries d where d.need_id = n.id and d.status <> 'cancelled')
    union all
    select 'delivery', d.id, d.number, d.organization_id, d.warehouse_id, s.name, t.name,
           ${momentsOfDelivery(sql`d`)}
    from deliveries d join sites s on s.id = d.site_id join townships t on t.code = s.township_code
    where d.status in ('planned', 'dispatched') and ${within(sql`d.organization_id`)}`);
  const targets = await targetsOf(db, [...new Set(rows.map(({ organizationId }) => organizationId))]);
  return rows
    .map(({ moments, ...row }) => ({
      ...row,
      clock: clockOf(readMoments(moments), targets(row.organizationId), now),
    }))
    .sort((a, b) => dueOf(a) - dueOf(b) || (a.id < b.id ? -1 : 1));
}

const dueOf = ({ clock }: Running): number => clock.due?.getTime() ?? Number.MAX_SAFE_INTEGER;
