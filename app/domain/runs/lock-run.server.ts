import { and, eq, inArray } from "drizzle-orm";
import { runs, runStops, type Tx } from "#db";
import type { RunStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";

export type Run = typeof runs.$inferSelect;
export type Stop = typeof runStops.$inferSelect;

/** A run within reach with its stops, locked until commit; `run_in_state` when it is not in this state. */
export async function lockRun(tx: Tx, actor: MemberActor, runId: string, status: RunStatus) {
  const [run] = await tx
    .select()
    .from(runs)
    .where(and(eq(runs.id, runId), inArray(runs.organizationId, [...actor.reach])))
    .for("update");
  if (!run) return notFound("run");
  if (run.status !== status) refuse("run_in_state", { number: run.number, status: run.status });
  const stops = await tx.select().from(runStops).where(eq(runStops.runId, run.id)).orderBy(runStops.n);
  return { run, stops };
}
