import { FileCheck } from "lucide-react";
import { Link } from "#app/components/layout/router.ts";
import { CivilDate, DateTime } from "#app/components/ui/date-time.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { PublicationRow } from "#app/domain/publications/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Every issue in its latest version; `hrefOf` says where one leads. `ofMany` names whose each is. */
export function PublicationTable(props: {
  rows: readonly PublicationRow[];
  hrefOf: (row: PublicationRow) => string;
  ofMany?: boolean;
}) {
  const { publications: words } = useMessages();
  const { issue, organization, period, version, published } = words.columns;
  const columns = [
    { label: issue },
    { label: version },
    { label: period },
    { label: published, wideOnly: true },
    ...(props.ofMany ? [{ label: organization, wideOnly: true }] : []),
  ];
  const empty = (
    <Empty icon={FileCheck} title={words.none}>
      {words.noneHow}
    </Empty>
  );
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
      {props.rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="whitespace-nowrap">
            <Link to={props.hrefOf(row)}>{words.issue(row.issue)}</Link>
          </th>
          <td>
            {row.version > 1 ? (
              <Tag tone="warn">{words.versionOf(row.version)}</Tag>
            ) : (
              words.versionOf(row.version)
            )}
          </td>
          <td>
            <CivilDate on={row.periodFrom} year /> – <CivilDate on={row.periodTo} year />
            {props.ofMany && (
              <small className="desk:hidden" lang="zh-CN">
                {row.organization}
              </small>
            )}
          </td>
          <td className="wide-only">
            <DateTime at={row.publishedAt} year />
          </td>
          {props.ofMany && (
            <td className="wide-only" lang="zh-CN">
              {row.organization}
            </td>
          )}
        </tr>
      ))}
    </Ledger>
  );
}
