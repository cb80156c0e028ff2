import { Link } from "#app/components/layout/router.ts";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { DeliveryCounts } from "#app/domain/overview/count-deliveries.server.ts";
import { count } from "#app/i18n/numbers.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** How many deliveries stand where, and which of them need a look. */
export function DeliveriesPanel({ counts }: { counts: DeliveryCounts }) {
  const { deliveries } = useMessages().overview;
  const rows = [
    { status: "planned", word: deliveries.planned, count: counts.planned, look: lateWord() },
    { status: "dispatched", word: deliveries.dispatched, count: counts.dispatched, look: null },
    { status: "confirmed", word: deliveries.confirmed, count: counts.confirmed, look: differentWord() },
  ];
  return (
    <Panel title={deliveries.title} more={<Link to="/desk/deliveries">{deliveries.more}</Link>}>
      <Ledger
        caption={deliveries.title}
        captionHidden
        narrow
        columns={[{ label: deliveries.status }, { label: deliveries.count, numeric: true }]}
      >
        {rows.map((row) => (
          <tr key={row.status}>
            <th scope="row">
              <Link to={`/desk/deliveries?status=${row.status}`}>{row.word}</Link>
              {row.look && (
                <small>
                  <Tag tone="warn">{row.look}</Tag>
                </small>
              )}
            </th>
            <td className="num font-semibold">{count(row.count)}</td>
          </tr>
        ))}
      </Ledger>
    </Panel>
  );

  function lateWord(): string | null {
    return counts.late > 0 ? deliveries.late(counts.late) : null;
  }
  function differentWord(): string | null {
    return counts.different > 0 ? deliveries.different(counts.different) : null;
  }
}
