import { Link } from "#app/components/layout/router.ts";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { ImportStatus } from "#db/vocabulary";
import { count } from "#app/i18n/numbers.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Workbooks sent before, the newest first. */
export function ImportTable(props: {
  rows: { id: string; fileName: string; status: ImportStatus; total: number; createdAt: Date }[];
}) {
  const { list, statuses } = useMessages().imports;
  return (
    <Ledger
      caption={list.title}
      captionHidden
      narrow
      columns={[
        { label: list.columns.file },
        { label: list.columns.at },
        { label: list.columns.rows, numeric: true },
        { label: list.columns.state },
      ]}
      empty={<Empty title={list.empty}>{list.emptyText}</Empty>}
    >
      {props.rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="break-all">
            <Link to={`/desk/imports/${row.id}`}>{row.fileName}</Link>
          </th>
          <td>
            <DateTime at={row.createdAt} year />
          </td>
          <td className="num">{count(row.total)}</td>
          <td>
            <Tag tone={row.status === "committed" ? "ok" : "plain"}>{statuses[row.status]}</Tag>
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
