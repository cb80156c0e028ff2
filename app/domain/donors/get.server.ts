import { and, eq, inArray } from "drizzle-orm";
import { db, donors, organizations } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { isId } from "../is-id.ts";

/** One donor within reach. */
export async function getDonor(actor: MemberActor, id: string) {
  if (!isId(id)) return notFound("donor");
  const [donor] = await db
    .select({
      id: donors.id,
      name: donors.name,
      kind: donors.kind,
      publishName: donors.publishName,
      organization: organizations.name,
    })
    .from(donors)
    .innerJoin(organizations, eq(organizations.id, donors.organizationId))
    .where(and(eq(donors.id, id), inArray(donors.organizationId, [...actor.reach])));
  return donor ?? notFound("donor");
}
