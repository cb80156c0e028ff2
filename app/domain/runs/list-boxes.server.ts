import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";
import { isHandedOn } from "./box-custody.server.ts";

/** A labelled box that travels with a stop of a run. */
export type RunBox = {
  /** The stop. */
  n: number;
  code: string;
  loaded: boolean;
  /** Handed over at that stop. */
  handedOn: boolean;
};

/** The labelled boxes of a run within reach, by stop and code; empty for a run out of reach. */
export async function listRunBoxes(actor: MemberActor, runId: string): Promise<RunBox[]> {
  const rows = await db.execute<RunBox>(sql`
    select stop.n, l.code, b.loaded_at is not null as loaded,
           exists (select from box_events e
                   where e.box_id = b.id and ${isHandedOn(sql`stop.run_id`, sql`stop.n`)}) as "handedOn"
    from run_stops stop
    join runs r on r.id = stop.run_id
    join boxes b on b.delivery_id = stop.delivery_id and b.emptied_at is null
    join labels l on l.box_id = b.id and l.revoked_at is null
    where r.id = ${runId}::uuid and ${withinReach(actor, sql`r.organization_id`)}
    order by stop.n, l.code`);
  return [...rows];
}
