import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import type { DriverRow } from "#app/domain/runs/list-fleet.server.ts";
import { type PaperValidity, validityOfPaper } from "#app/domain/runs/validity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const tones = { missing: "bad", over: "bad", soon: "warn", valid: "ok" } as const satisfies Record<
  PaperValidity,
  Tone
>;

export function DriverTable(props: { rows: DriverRow[]; today: string; empty: ReactNode; mayEdit: boolean }) {
  const { drivers: words, vehicles } = useMessages().runs;
  const columns = [
    { label: words.name },
    { label: words.healthPaperUntil },
    { label: words.phone, wideOnly: true },
    ...(props.mayEdit ? [{ label: vehicles.act, hiddenLabel: true }] : []),
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={props.empty}>
      {props.rows.map((row) => {
        const validity = validityOfPaper(row.healthPaperUntil, props.today);
        return (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <td>
              {row.healthPaperUntil && <CivilDate on={row.healthPaperUntil} />}{" "}
              <Tag tone={tones[validity]}>{words.states[validity]}</Tag>
            </td>
            <td className="wide-only">{row.phone && <a href={`tel:${row.phone}`}>{row.phone}</a>}</td>
            {props.mayEdit && (
              <td>
                <Link to={`/desk/vehicles/drivers/${row.id}`}>{words.edit}</Link>
              </td>
            )}
          </tr>
        );
      })}
    </Ledger>
  );
}
