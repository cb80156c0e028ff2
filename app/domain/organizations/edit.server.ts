import { eq } from "drizzle-orm";
import { organizations } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { organizationFor } from "../reach.server.ts";
import type { EditOrganization } from "./schema.ts";

/** Changes what is said of the actor's organization, or of one whose books it keeps. */
export async function editOrganization(actor: MemberActor, requestId: string, input: EditOrganization) {
  return perform({ actor, action: "organization.edit", requestId, input }, async (tx) => {
    const { organizationId: wanted, ...particulars } = input;
    const { organizationId } = await organizationFor(tx, actor, wanted);
    await tx.update(organizations).set(particulars).where(eq(organizations.id, organizationId));
    return { result: { id: organizationId }, organizationId, subjectId: organizationId };
  });
}
