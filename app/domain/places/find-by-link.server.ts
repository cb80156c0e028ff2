import { and, eq, isNull } from "drizzle-orm";
import { db, organizations, type Reader, siteLinks, sites } from "#db";
import { refuse } from "../errors.ts";
import { hashOfSecret } from "../people/secret.server.ts";
import type { Site } from "./find-site.server.ts";

/** The site whose own page this is. Throws `link_expired` for a link that was renewed, stopped or never made. */
export async function siteByLink(reader: Reader, token: string): Promise<Site> {
  const [found] = await reader
    .select({ site: sites })
    .from(siteLinks)
    .innerJoin(sites, eq(sites.id, siteLinks.siteId))
    .where(and(eq(siteLinks.tokenHash, hashOfSecret(token)), isNull(siteLinks.revokedAt)));
  return found?.site ?? refuse("link_expired", {});
}

/** The site of a link that still works, by the link's id. */
export async function siteOfLink(linkId: string): Promise<string | null> {
  const [found] = await db
    .select({ siteId: siteLinks.siteId })
    .from(siteLinks)
    .where(and(eq(siteLinks.id, linkId), isNull(siteLinks.revokedAt)));
  return found?.siteId ?? null;
}

/** What a link leads to, and whom to call about it: known of every link that was made, whether it still works or not. */
export async function findLink(token: string) {
  const [found] = await db
    .select({
      linkId: siteLinks.id,
      isOpen: isNull(siteLinks.revokedAt).mapWith(Boolean),
      site: sites,
      organization: organizations.name,
      hotline: organizations.hotline,
    })
    .from(siteLinks)
    .innerJoin(sites, eq(sites.id, siteLinks.siteId))
    .innerJoin(organizations, eq(organizations.id, sites.organizationId))
    .where(eq(siteLinks.tokenHash, hashOfSecret(token)));
  return found;
}
