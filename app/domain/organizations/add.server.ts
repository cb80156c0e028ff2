import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { createOrganization } from "./create.server.ts";
import type { AddOrganization } from "./schema.ts";

/** Registers an organization whose books the actor's organization keeps, in the same response. */
export async function addOrganization(actor: MemberActor, requestId: string, input: AddOrganization) {
  return perform({ actor, action: "organization.add", requestId, input }, async (tx) => {
    const { organizationId: booksKeptBy, responseId } = actor;
    const { id } = await createOrganization(tx, { ...input, booksKeptBy, responseId });
    return { result: { id }, organizationId: booksKeptBy, subjectId: id };
  });
}
