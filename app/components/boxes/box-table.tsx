import type { ReactNode } from "react";
import { Ledger } from "#app/components/ui/ledger.tsx";
import type { BoxRow } from "#app/domain/boxes/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { BoxLink } from "./box-facts.tsx";
import { BoxPlace } from "./box-place.tsx";

/** Boxes and pallets, each with what is in it and where it stands. */
export function BoxTable({ rows, empty }: { rows: BoxRow[]; empty: ReactNode }) {
  const words = useMessages().boxes;
  const { columns } = words;
  return (
    <Ledger
      caption={words.list}
      captionHidden
      columns={[
        { label: columns.code },
        { label: columns.kind },
        { label: columns.items },
        { label: columns.place },
        { label: columns.delivery },
      ]}
      empty={empty}
    >
      {rows.map((row) => (
        <tr key={row.id} className={row.items === null && row.kind === "box" ? "flag" : undefined}>
          <th scope="row">
            <BoxLink code={row.code} />
          </th>
          <td>{words.kinds[row.kind]}</td>
          <td>
            {row.items ?? (row.kind === "box" ? words.unknown : words.onPallet(row.stacked))}
            {row.note && <small>{row.note}</small>}
          </td>
          <td>
            <BoxPlace bin={row.bin} kind={row.accountKind} />
            <small>{row.warehouse}</small>
          </td>
          <td className="code">{row.delivery ?? "—"}</td>
        </tr>
      ))}
    </Ledger>
  );
}
