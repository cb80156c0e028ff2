import { goodsToSite } from "../deliveries/to-site.server.ts";
import { needsOfSite } from "../needs/list.server.ts";
import { findLink } from "../places/find-by-link.server.ts";

/** A link that opens nothing: whom to call, when it once did. */
export interface NoPage {
  open: false;
  organization: string | null;
  hotline: string | null;
}

export type SitePage = Awaited<ReturnType<typeof pageOf>>;

/**
 * What a site's own page shows to whoever holds its link: what comes with its PIN, what came, what it asked for. Nothing
 * of other sites, and no donor.
 */
export async function getSitePage(token: string): Promise<SitePage | NoPage> {
  const found = await findLink(token);
  if (!found?.isOpen) {
    return { open: false, organization: found?.organization ?? null, hotline: found?.hotline ?? null };
  }
  return pageOf(found);
}

async function pageOf(found: NonNullable<Awaited<ReturnType<typeof findLink>>>) {
  const { linkId, site, organization, hotline } = found;
  const [goods, needs] = await Promise.all([goodsToSite(site.id), needsOfSite(site.id)]);
  const { name, contactName, closedOn } = site;
  return {
    open: true as const,
    linkId,
    organization,
    hotline,
    site: { name, contactName, closedOn },
    ...goods,
    needs: needs.map(({ id, number, status, askedAt, neededBy, answer, lines, clock }) => ({
      ...{ id, number, status, askedAt, neededBy, answer, lines, clock },
    })),
  };
}
