import { Link } from "#app/components/layout/router.ts";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { DockRow } from "#app/domain/overview/goods-at-dock.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Goods that wait at the docks to be put away. */
export function DockPanel({ rows }: { rows: DockRow[] }) {
  const { dock } = useMessages().overview;
  const lots = rows.reduce((sum, row) => sum + row.lots, 0);
  return (
    <Panel title={dock.title} note={lots > 0 && dock.note(lots)}>
      <Ledger
        caption={dock.title}
        captionHidden
        narrow
        columns={[
          { label: dock.columns.warehouse },
          { label: dock.columns.lots, numeric: true },
          { label: dock.columns.since },
        ]}
        empty={<Empty title={dock.empty}>{dock.emptyText}</Empty>}
      >
        {rows.map((row) => (
          <tr key={row.warehouseId}>
            <th scope="row">
              <Link to={`/desk/stock?warehouse=${row.warehouseId}`}>{row.warehouse}</Link>
              <small>{dock.such(row.item)}</small>
            </th>
            <td className="num">{dock.lots(row.lots)}</td>
            <td className="whitespace-nowrap">
              <CivilDate on={row.since} />
            </td>
          </tr>
        ))}
      </Ledger>
    </Panel>
  );
}
