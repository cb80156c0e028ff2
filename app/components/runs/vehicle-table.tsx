import type { ReactNode } from "react";
import { Ledger } from "#app/components/ui/ledger.tsx";
import type { VehicleRow } from "#app/domain/runs/list-fleet.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { capacityIn } from "./capacity.ts";

/** Vehicles and what they take; `act` is what can be done with one. */
export function VehicleTable(props: {
  rows: VehicleRow[];
  empty: ReactNode;
  act?: (row: VehicleRow) => ReactNode;
}) {
  const { vehicles: words } = useMessages().runs;
  const columns = [
    { label: words.plate },
    { label: words.capacity },
    ...(props.act ? [{ label: words.act, hiddenLabel: true }] : []),
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={props.empty}>
      {props.rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="whitespace-nowrap">
            {row.plate}
          </th>
          <td>
            <Capacity row={row} />
          </td>
          {props.act && <td>{props.act(row)}</td>}
        </tr>
      ))}
    </Ledger>
  );
}

function Capacity({ row }: { row: VehicleRow }) {
  const { vehicles: words } = useMessages().runs;
  const known = capacityIn(words, row);
  return known === "" ? <span className="text-ink-2">{words.unknown}</span> : <>{known}</>;
}
