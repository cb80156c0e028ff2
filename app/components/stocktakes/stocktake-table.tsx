import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import type { StocktakeRow } from "#app/domain/stocktakes/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { StocktakeTag } from "./status-tag.tsx";

export function StocktakeTable({ rows, empty }: { rows: StocktakeRow[]; empty: ReactNode }) {
  const { stocktakes: words, common } = useMessages();
  const { columns: heads } = words;
  const columns = [
    { label: heads.number },
    { label: heads.status },
    { label: heads.progress, numeric: true },
    { label: heads.warehouse, wideOnly: true },
    { label: heads.kind, wideOnly: true },
    { label: heads.opened, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/stocktakes/${row.id}`} className="whitespace-nowrap">
              <Code>{row.number}</Code>
            </Link>
          </th>
          <td>
            <StocktakeTag status={row.status} />
          </td>
          <td className="num">{common.progress(row.counted, row.bins)}</td>
          <td className="wide-only">{row.warehouse}</td>
          <td className="wide-only">{words.kinds[row.kind]}</td>
          <td className="wide-only">
            <DateTime at={row.createdAt} />
            <small>{row.createdBy}</small>
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
