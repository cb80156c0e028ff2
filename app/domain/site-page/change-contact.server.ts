import { eq } from "drizzle-orm";
import { db, sites } from "#db";
import type { Actor } from "../actor.ts";
import { tellDesk } from "../notices/tell.server.ts";
import { perform } from "../perform.server.ts";
import { siteByLink } from "../places/find-by-link.server.ts";
import type { ChangeContact } from "../places/schema.ts";
import { limiterOf, spend } from "../rate-limit.server.ts";

/** Changes of contact that one site's page takes in an hour: each is a notice to the desk. */
export const CONTACTS_AN_HOUR = 10;

const limiter = limiterOf("contact", CONTACTS_AN_HOUR, 3600);

/**
 * The site says on its own page whom to call from now on; the desk is told. Throws `link_expired`, and `rate_limited`
 * when it changes more often than people do.
 */
export async function changeContact(actor: Actor, requestId: string, input: ChangeContact) {
  const { id: siteId } = await siteByLink(db, input.token);
  await spend(limiter(), siteId);
  return perform({ actor, action: "site.change-contact", requestId, input }, async (tx) => {
    const { id, name, organizationId } = await siteByLink(tx, input.token);
    const { contactName, contactPhone } = input;
    await tx.update(sites).set({ contactName, contactPhone }).where(eq(sites.id, id));
    await tellDesk(tx, [
      {
        organizationId,
        kind: "contact_changed",
        role: "dispatcher",
        subjectKind: "site",
        subjectId: id,
        detail: { site: name },
        occasion: requestId,
      },
    ]);
    return { result: { contactName }, organizationId, subjectId: id };
  });
}
