import { and, eq, inArray } from "drizzle-orm";
import { db, organizations, responses } from "#db";
import type { MemberActor } from "#app/domain/actor.ts";
import { notFound } from "#app/domain/errors.ts";

/** One organization within reach, with the names of its response. */
export async function getOrganization(actor: MemberActor, organizationId: string) {
  const [organization] = await db
    .select({
      id: organizations.id,
      name: organizations.name,
      kind: organizations.kind,
      uscc: organizations.uscc,
      hotline: organizations.hotline,
      response: responses.name,
      responseEn: responses.nameEn,
    })
    .from(organizations)
    .innerJoin(responses, eq(responses.id, organizations.responseId))
    .where(and(eq(organizations.id, organizationId), inArray(organizations.id, [...actor.reach])));
  return organization ?? notFound("organization");
}
