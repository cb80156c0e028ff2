import { and, eq, isNull } from "drizzle-orm";
import { organizations, type Reader, siteLinks, sites } from "#db";
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

/** Whom to call about a link: known for those that were made, working or not. */
export async function whoMadeLink(
  reader: Reader,
  token: string,
): Promise<{ organization: string; hotline: string | null } | null> {
  const [found] = await reader
    .select({ organization: organizations.name, hotline: organizations.hotline })
    .from(siteLinks)
    .innerJoin(sites, eq(sites.id, siteLinks.siteId))
    .innerJoin(organizations, eq(organizations.id, sites.organizationId))
    .where(eq(siteLinks.tokenHash, hashOfSecret(token)));
  return found ?? null;
}
