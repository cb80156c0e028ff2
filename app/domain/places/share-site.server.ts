import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { siteLinks, sites } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { hashOfSecret, secretFor } from "../people/secret.server.ts";
import { perform } from "../perform.server.ts";
import { findSite } from "./find-site.server.ts";
import { revokeSiteLinks } from "./unshare-site.server.ts";
import type { ShareSite } from "./schema.ts";

/** Makes the link to the site's own page, or renews it: the one before stops working. `token` is the end of the link. */
export async function shareSite(actor: MemberActor, requestId: string, input: ShareSite) {
  const token = secretFor("site", requestId);
  const result = await perform({ actor, action: "site.share", requestId, input }, async (tx) => {
    const { id, organizationId } = await findSite(tx, actor, input.siteId);
    // Two who renew at once: the later link is the one that works.
    await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, id)).for("no key update");
    await revokeSiteLinks(tx, id);
    await tx.insert(siteLinks).values({
      id: uuidv7(),
      siteId: id,
      tokenHash: hashOfSecret(token),
      createdBy: userIdOf(actor),
    });
    return { result: { id }, organizationId, subjectId: id };
  });
  return { ...result, token };
}
