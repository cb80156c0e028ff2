import type { ReactNode } from "react";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import type { PassRow } from "#app/domain/runs/list-fleet.server.ts";
import { type Validity, validityOfPass } from "#app/domain/runs/validity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const tones = { over: "bad", soon: "warn", later: "edge", valid: "ok" } as const satisfies Record<
  Validity,
  Tone
>;

/** Passes as they end; `now` decides which are over or end within a day. */
export function PassTable(props: {
  rows: PassRow[];
  now: Date;
  empty: ReactNode;
  act?: (row: PassRow) => ReactNode;
}) {
  const { passes: words, vehicles } = useMessages().runs;
  const columns = [
    { label: words.vehicle },
    { label: words.window },
    { label: words.area, wideOnly: true },
    { label: words.issuer, wideOnly: true },
    ...(props.act ? [{ label: vehicles.act, hiddenLabel: true }] : []),
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={props.empty}>
      {props.rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <span className="whitespace-nowrap">{row.plate}</span>
            <small>{row.number}</small>
          </th>
          <td>
            <span className="whitespace-nowrap">
              <DateTime at={row.validFrom} /> —
            </span>{" "}
            <span className="whitespace-nowrap">
              <DateTime at={row.validTo} />
            </span>{" "}
            <State row={row} now={props.now} />
          </td>
          <td className="wide-only">{row.everywhere ? words.everywhere : row.townships.join("、")}</td>
          <td className="wide-only">{row.issuer}</td>
          {props.act && <td>{props.act(row)}</td>}
        </tr>
      ))}
    </Ledger>
  );
}

function State({ row, now }: { row: PassRow; now: Date }) {
  const { states } = useMessages().runs.passes;
  const validity = validityOfPass(row, now);
  return <Tag tone={tones[validity]}>{states[validity]}</Tag>;
}
