import { and, eq, inArray } from "drizzle-orm";
import { accounts, donors } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import type { EditDonor } from "./schema.ts";

/** Changes a donor's name, kind and consent to be named in public. A name another donor has is `already_exists`. */
export async function editDonor(actor: MemberActor, requestId: string, input: EditDonor) {
  return perform({ actor, action: "donor.edit", requestId, input }, async (tx) => {
    const { donorId, name, kind, publishName } = input;
    const [donor] = await tx
      .update(donors)
      .set({ name, kind, publishName })
      .where(and(eq(donors.id, donorId), inArray(donors.organizationId, [...actor.reach])))
      .returning();
    if (!donor) return notFound("donor");
    await tx.update(accounts).set({ name }).where(eq(accounts.id, donor.accountId));
    return {
      result: { id: donor.id },
      organizationId: donor.organizationId,
      subjectId: donor.id,
      detail: { kind, publishName: publishName ? "yes" : "no" },
    };
  });
}
