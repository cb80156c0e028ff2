import { Facts } from "#app/components/gifts/facts.tsx";
import type { SiteDetail } from "#app/domain/places/get-site.server.ts";
import { formatDate } from "#app/domain/dates.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { Hours } from "./hours.tsx";

/** What is known of a site: where it is, whom to call, when and how it receives. */
export function SiteFacts({ site }: { site: SiteDetail }) {
  const { places, sites } = useMessages();
  const locale = useLocale();
  const { sites: words, siteKinds } = places;
  const { contactName, contactPhone } = site;
  const telephone = contactPhone && <a href={`tel:${contactPhone.replace(/[^\d+]/g, "")}`}>{contactPhone}</a>;
  return (
    <Facts
      facts={[
        [words.kind, siteKinds[site.kind]],
        [words.township, site.township],
        [words.committee, site.committee],
        [words.address, site.address],
        [
          words.contact,
          (contactName ?? contactPhone) && (
            <>
              {contactName} {telephone}
            </>
          ),
        ],
        [sites.hours, <Hours from={site.receivesFrom} to={site.receivesTo} />],
        [sites.unloading, site.unloading],
        [sites.closedOn, site.closedOn && formatDate(site.closedOn, locale)],
      ]}
    />
  );
}
