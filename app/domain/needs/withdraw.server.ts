import { and, eq } from "drizzle-orm";
import { needs } from "#db";
import type { Actor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { tellDesk } from "../notices/tell.server.ts";
import { perform } from "../perform.server.ts";
import { siteByLink } from "../places/find-by-link.server.ts";
import { whenOpen } from "./lock-open.server.ts";
import type { WithdrawNeed } from "./schema.ts";

/**
 * The site takes back what it asked for, on its own page. The desk is told, since something may be packed for it
 * already. Throws `link_expired`, `need_closed`.
 */
export async function withdrawNeed(actor: Actor, requestId: string, input: WithdrawNeed) {
  return perform({ actor, action: "need.withdraw", requestId, input }, async (tx) => {
    const site = await siteByLink(tx, input.token);
    const [need] = await tx
      .select()
      .from(needs)
      .where(and(eq(needs.id, input.needId), eq(needs.siteId, site.id)))
      .for("update");
    const { id, number, organizationId } = whenOpen(need ?? notFound("need"));
    await tx.update(needs).set({ status: "withdrawn", closedAt: new Date() }).where(eq(needs.id, id));
    const said = { ...(input.reason && { reason: input.reason }) };
    await tellDesk(tx, [
      {
        organizationId,
        kind: "need_asked",
        role: null,
        subjectKind: "need",
        subjectId: id,
        detail: { site: site.name, number, withdrawn: 1, ...said },
        occasion: "withdrawn",
      },
    ]);
    return { result: { id, number }, organizationId, subjectId: id, detail: said };
  });
}
