import { eq } from "drizzle-orm";
import { sites } from "#db";
import type { Actor } from "../actor.ts";
import { tellDesk } from "../notices/tell.server.ts";
import { perform } from "../perform.server.ts";
import { siteByLink } from "../places/find-by-link.server.ts";
import type { ChangeContact } from "../places/schema.ts";

/** The site says on its own page whom to call from now on; the desk is told. Throws `link_expired`. */
export async function changeContact(actor: Actor, requestId: string, input: ChangeContact) {
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
