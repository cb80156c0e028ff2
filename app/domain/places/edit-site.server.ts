import { eq } from "drizzle-orm";
import { sites } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { findSite } from "./find-site.server.ts";
import type { EditSite } from "./schema.ts";

/** Changes what is known of a site. It stays in its township: what was sent there is published under it. */
export async function editSite(actor: MemberActor, requestId: string, input: EditSite) {
  return perform({ actor, action: "site.edit", requestId, input }, async (tx) => {
    const { id, organizationId } = await findSite(tx, actor, input.siteId);
    const { siteId: _siteId, ...particulars } = input;
    await tx.update(sites).set(particulars).where(eq(sites.id, id));
    return { result: { id }, organizationId, subjectId: id };
  });
}
