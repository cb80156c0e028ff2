import { and, eq, inArray } from "drizzle-orm";
import { organizations, type Reader } from "#db";
import type { MemberActor } from "./actor.ts";
import { notFound } from "./errors.ts";

export interface BookKeeping {
  organizationId: string;
  responseId: string;
}

/** The organization an act is for: the actor's own, or one within reach that was named. Out of reach reads as not found. */
export async function organizationFor(
  reader: Reader,
  actor: MemberActor,
  organizationId: string | null,
): Promise<BookKeeping> {
  if (organizationId === null || organizationId === actor.organizationId) {
    return { organizationId: actor.organizationId, responseId: actor.responseId };
  }
  const [named] = await reader
    .select({ organizationId: organizations.id, responseId: organizations.responseId })
    .from(organizations)
    .where(and(eq(organizations.id, organizationId), inArray(organizations.id, [...actor.reach])));
  return named ?? notFound("organization");
}
