import { and, eq, inArray } from "drizzle-orm";
import { strandedReports } from "#db";
import type { UserActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import type { SettleReport } from "./schema.ts";

/** Settles a report that was left in a phone, with what came of it. It changes nothing else; once settled it stays so. */
export async function settleReport(actor: UserActor, requestId: string, input: SettleReport) {
  return perform({ actor, action: "report.settle", requestId, input }, async (tx) => {
    const within = and(
      eq(strandedReports.id, input.reportId),
      inArray(strandedReports.organizationId, [...actor.reach]),
    );
    const [found] = await tx.select().from(strandedReports).where(within).for("update");
    if (!found) return notFound("stranded_report");
    if (found.settledAt !== null) refuse("stale", { what: "stranded_report" });
    await tx
      .update(strandedReports)
      .set({ settledAt: new Date(), settledBy: actor.userId, settledNote: input.note })
      .where(eq(strandedReports.id, found.id));
    return { result: { id: found.id }, organizationId: found.organizationId, subjectId: found.deliveryId };
  });
}
