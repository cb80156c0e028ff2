import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import type { WriteOffDocument } from "#app/domain/write-offs/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { WriteOffTag } from "./status-tag.tsx";

/** Requests with who waits for whom. */
export function WriteOffTable({ rows, empty }: { rows: WriteOffDocument[]; empty: ReactNode }) {
  const { writeOffs: words, stock } = useMessages();
  const { columns: heads } = words;
  const columns = [
    { label: heads.number },
    { label: heads.item },
    { label: heads.quantity, numeric: true },
    { label: heads.reason, wideOnly: true },
    { label: heads.status },
    { label: heads.people, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/write-offs/${row.id}`} className="whitespace-nowrap">
              <Code>{row.number}</Code>
            </Link>
            <small>
              <DateTime at={row.requestedAt} />
            </small>
          </th>
          <td>
            {row.item}
            <small className="wide-only">
              {row.warehouse} · {row.bin ?? stock.places[row.place]}
            </small>
          </td>
          <td className="num">
            <Quantity quantity={row.quantity} unit={row.unit} />
          </td>
          <td className="wide-only">{stock.lossReasons[row.reason]}</td>
          <td className="whitespace-nowrap">
            <WriteOffTag status={row.status} takenBack={row.takenBack} />
          </td>
          <td className="wide-only">
            <Waiting row={row} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

function Waiting({ row }: { row: WriteOffDocument }) {
  const words = useMessages().writeOffs;
  const asker = row.requestedBy ?? words.somebody;
  if (row.status === "requested") return <>{words.waitsForOthers(asker)}</>;
  return <>{words.decided(asker, row.decidedBy ?? words.somebody)}</>;
}
