import { sql } from "drizzle-orm";
import { db } from "#db";
import type { Role } from "#db/vocabulary";
import { tellDesk } from "../notices/tell.server.ts";
import { type Holder, hoursOf } from "./clock.ts";
import { runningClocks } from "./running.server.ts";

/** Whom at the desk it is for: who holds the ball, or who calls those that have no desk. */
const roleOf: Record<Holder, Role> = {
  site: "dispatcher",
  warehouse_keeper: "warehouse_keeper",
  dispatcher: "dispatcher",
  driver: "dispatcher",
  receiver: "dispatcher",
};

/** Tells the desk of each step that is late, once for each need or delivery and step. */
export async function tellLate(now: Date): Promise<void> {
  const running = await runningClocks(now, () => sql`true`);
  const rows = running.flatMap(({ kind, id, number, organizationId, site, clock }) => {
    const { step, holder, lateBy } = clock;
    if (lateBy === 0 || step === null || holder === null) return [];
    return [
      {
        organizationId,
        kind: "clock_late" as const,
        role: roleOf[holder],
        subjectKind: kind,
        subjectId: id,
        detail: { number, site, step, holder, hours: hoursOf(lateBy) },
        occasion: step,
      },
    ];
  });
  await tellDesk(db, rows);
}
