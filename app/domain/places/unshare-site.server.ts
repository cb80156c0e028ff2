import { and, eq, isNull, sql } from "drizzle-orm";
import { siteLinks, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { findSite } from "./find-site.server.ts";
import type { ShareSite } from "./schema.ts";

/** Nobody opens the site's own page any more, until there is a new link. */
export async function unshareSite(actor: MemberActor, requestId: string, input: ShareSite) {
  return perform({ actor, action: "site.share", requestId, input }, async (tx) => {
    const { id, organizationId } = await findSite(tx, actor, input.siteId);
    await revokeSiteLinks(tx, id);
    return { result: { id }, organizationId, subjectId: id };
  });
}

/** The step. */
export async function revokeSiteLinks(tx: Tx, siteId: string): Promise<void> {
  await tx
    .update(siteLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(siteLinks.siteId, siteId), isNull(siteLinks.revokedAt)));
}
