import type { ReactNode } from "react";
import { Fragment } from "react";
import type { SiteKind } from "#db/vocabulary";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

export interface ListedSite {
  id: string;
  name: string;
  kind: SiteKind;
  township: string;
  committee: string | null;
  address: string | null;
  contactName: string | null;
  contactPhone: string | null;
  deliveries: number;
}

/** Sites under the name of their township. `act` is what can be done with one. */
export function SiteTable(props: {
  sites: ListedSite[];
  act?: (site: ListedSite) => ReactNode;
  empty: ReactNode;
}) {
  const messages = useMessages();
  const { sites: words, siteKinds } = messages.places;
  const columns = [
    { label: words.name },
    { label: words.kind },
    { label: words.address },
    { label: words.contact },
    { label: words.deliveries, numeric: true },
    ...(props.act ? [{ label: messages.stock.columns.actions, hiddenLabel: true }] : []),
  ];
  return (
    <Ledger caption={words.list} captionHidden columns={columns} empty={props.empty}>
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
              {site.name}
              {site.committee !== null && site.committee !== site.name && <small>{site.committee}</small>}
            </th>
            <td>{siteKinds[site.kind]}</td>
            <td>{site.address}</td>
            <td>
              {site.contactName}
              {site.contactPhone && <small>{site.contactPhone}</small>}
            </td>
            <td className="num">{site.deliveries}</td>
            {props.act && <td>{props.act(site)}</td>}
          </tr>
        </Fragment>
      ))}
    </Ledger>
  );
}
