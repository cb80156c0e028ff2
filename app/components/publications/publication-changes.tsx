import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import type { Compared } from "#app/domain/publications/figures.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The headline figures of a version beside those of the one it corrects. */
export function PublicationChanges({ changes }: { changes: readonly Compared[] }) {
  const { publications: words } = useMessages();
  const { figure, before, after, difference } = words.changeColumns;
  const columns = [
    { label: figure },
    { label: before, numeric: true },
    { label: after, numeric: true },
    { label: difference, numeric: true, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={words.changes} captionHidden columns={columns}>
      {changes.map((change) => (
        <tr key={change.name} className={change.after === change.before ? undefined : "flag"}>
          <th scope="row">{words.headlines[change.name]}</th>
          <td className="num">
            <Money fen={change.before} bare />
          </td>
          <td className="num">
            <b>
              <Money fen={change.after} bare />
            </b>
          </td>
          <td className="num wide-only">
            {change.after > change.before && "+"}
            <Money fen={change.after - change.before} bare />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
