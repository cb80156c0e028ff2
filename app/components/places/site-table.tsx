import { clsx } from "clsx";
import { Fragment, type ReactNode } from "react";
import type { SiteKind } from "#db/vocabulary";
import { Link } from "#app/components/layout/router.ts";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatDate } from "#app/domain/dates.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { Hours } from "./hours.tsx";

export interface ListedSite {
  id: string;
  name: string;
  kind: SiteKind;
  township: string;
  committee: string | null;
  address: string | null;
  contactName: string | null;
  contactPhone: string | null;
  receivesFrom: string | null;
  receivesTo: string | null;
  closedOn: string | null;
  deliveries: number;
}

/**
 * Sites under the name of their township. `act` is what can be done with one; a phone then shows each site's name and
 * that, and leaves out the rest.
 */
export function SiteTable(props: {
  sites: ListedSite[];
  act?: (site: ListedSite) => ReactNode;
  empty: ReactNode;
}) {
  const messages = useMessages();
  const locale = useLocale();
  const { sites: words, siteKinds } = messages.places;
  const compact = props.act !== undefined;
  const secondary = compact ? "wide-only" : undefined;
  const columns = [
    { label: words.name },
    { label: words.kind, wideOnly: compact },
    { label: words.address, wideOnly: compact },
    { label: words.contact, wideOnly: compact },
    { label: messages.sites.hours, wideOnly: compact },
    { label: words.deliveries, numeric: true, wideOnly: compact },
    ...(props.act ? [{ label: messages.stock.columns.actions, hiddenLabel: true }] : []),
  ];
  return (
    <Ledger narrow={compact} caption={words.list} captionHidden columns={columns} empty={props.empty}>
      {props.sites.map((site, index) => (
        <Fragment key={site.id}>
          {site.township !== props.sites[index - 1]?.township && (
            <tr className="sub">
              <th scope="rowgroup" colSpan={columns.length}>
                <b>{site.township}</b>
              </th>
            </tr>
          )}
          <tr>
            <th scope="row">
              <Link to={`/desk/sites/${site.id}`}>{site.name}</Link>
              {site.committee !== null && site.committee !== site.name && <small>{site.committee}</small>}
            </th>
            <td className={secondary}>{siteKinds[site.kind]}</td>
            <td className={secondary}>{site.address}</td>
            <td className={secondary}>
              {site.contactName}
              {site.contactPhone && <small>{site.contactPhone}</small>}
            </td>
            <td className={secondary}>
              {site.closedOn === null ? (
                <Hours from={site.receivesFrom} to={site.receivesTo} />
              ) : (
                <Tag tone="warn">{messages.sites.closed(formatDate(site.closedOn, locale))}</Tag>
              )}
            </td>
            <td className={clsx("num", secondary)}>{site.deliveries}</td>
            {props.act && <td>{props.act(site)}</td>}
          </tr>
        </Fragment>
      ))}
    </Ledger>
  );
}
