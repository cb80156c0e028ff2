import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { formatDateTime } from "#app/domain/dates.ts";
import type { RunRow } from "#app/domain/runs/list.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { RunTag } from "./status-tag.tsx";

export function RunTable({ rows, empty }: { rows: RunRow[]; empty: ReactNode }) {
  const words = useMessages().runs;
  const { columns: heads } = words;
  const columns = [
    { label: heads.number },
    { label: heads.way },
    { label: heads.status },
    { label: heads.vehicle, wideOnly: true },
    { label: heads.stops, numeric: true, wideOnly: true },
    { label: heads.boxes, numeric: true, wideOnly: true },
    { label: heads.when, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/runs/${row.id}`} className="whitespace-nowrap">
              <Code>{row.number}</Code>
            </Link>
            <small>{row.warehouse}</small>
          </th>
          <td>{row.townships.join("、")}</td>
          <td>
            <RunTag status={row.status} />
          </td>
          <td className="wide-only">
            {row.plate}
            <small>{row.driver}</small>
          </td>
          <td className="num wide-only">{words.arrivedOf(row.arrived, row.stops)}</td>
          <td className="num wide-only">{words.boxes(row.boxes)}</td>
          <td className="wide-only">
            <When row={row} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

function When({ row }: { row: RunRow }) {
  const { times } = useMessages().runs;
  const locale = useLocale();
  if (row.doneAt) return <>{times.done(formatDateTime(row.doneAt, locale))}</>;
  if (row.leftAt) return <>{times.left(formatDateTime(row.leftAt, locale))}</>;
  return <>{times.planned(formatDateTime(row.leavesAt, locale))}</>;
}
