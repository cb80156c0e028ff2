import { and, eq, inArray } from "drizzle-orm";
import { type Reader, sites } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";

export type Site = typeof sites.$inferSelect;

/** A site within reach. */
export async function findSite(reader: Reader, actor: MemberActor, id: string): Promise<Site> {
  const [site] = await reader
    .select()
    .from(sites)
    .where(and(eq(sites.id, id), inArray(sites.organizationId, [...actor.reach])));
  return site ?? notFound("site");
}
