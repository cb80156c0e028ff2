import { and, eq, inArray } from "drizzle-orm";
import { runs, type Tx } from "#db";
import { refuse } from "../errors.ts";

/** The step: refuses what is planned on a run or on the road with one. The row itself is locked by the caller. */
export async function refuseOnRun(
  tx: Tx,
  what: "vehicle" | "driver",
  id: string,
  name: string,
): Promise<void> {
  const column = what === "vehicle" ? runs.vehicleId : runs.driverId;
  const [run] = await tx
    .select({ number: runs.number })
    .from(runs)
    .where(and(eq(column, id), inArray(runs.status, ["planned", "on_road"])))
    .limit(1);
  if (run) refuse("on_run", { what, name, number: run.number });
}
