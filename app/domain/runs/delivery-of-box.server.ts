import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";

/**
 * The delivery that a labelled box travels with on a run within reach, for loading by scanning the box alone; refuses
 * (`box_not_on_run`) a box that is of no stop of the run.
 */
export async function deliveryOfBox(actor: MemberActor, runId: string, code: string): Promise<string> {
  const [run] = await db.execute<{ number: string; deliveryId: string | null }>(sql`
    select r.number, (
      select stop.delivery_id
      from run_stops stop
      join boxes b on b.delivery_id = stop.delivery_id
      join labels l on l.box_id = b.id
      where stop.run_id = r.id and l.code = ${code} limit 1
    ) as "deliveryId"
    from runs r where r.id = ${runId}::uuid and ${withinReach(actor, sql`r.organization_id`)}`);
  if (!run) return notFound("run");
  return run.deliveryId ?? refuse("box_not_on_run", { code, number: run.number });
}
