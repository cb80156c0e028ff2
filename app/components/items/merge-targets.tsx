import { Link } from "#app/components/layout/router.ts";
import { SearchForm } from "#app/components/gifts/search-form.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { CatalogueItem } from "#app/domain/items/review.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Which item to keep: those that are like it, or those that were searched for. */
export function MergeTargets(props: { unit: string; targets: CatalogueItem[]; searched: boolean }) {
  const { merge } = useMessages().items;
  const title = props.searched ? merge.found : merge.likely;
  return (
    <Panel title={merge.find} note={title}>
      <SearchForm label={merge.search} />
      <Ledger
        caption={title}
        captionHidden
        columns={[
          { label: merge.columns.name },
          { label: merge.columns.unit },
          { label: merge.columns.act, hiddenLabel: true },
        ]}
        narrow
        empty={<Empty title={merge.none}>{merge.noneText(props.unit)}</Empty>}
      >
        {props.targets.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              {item.name}
              <small>{[item.specification, ...item.names.slice(1)].filter(Boolean).join(" · ")}</small>
            </th>
            <td>{item.unit}</td>
            <td>
              <Link to={`?into=${item.id}`} className="btn">
                {merge.choose}
              </Link>
            </td>
          </tr>
        ))}
      </Ledger>
    </Panel>
  );
}
