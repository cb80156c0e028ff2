import { Link } from "#app/components/layout/router.ts";
import { DaysLeft } from "#app/components/stock/days-left.tsx";
import { Expiry } from "#app/components/stock/lot-facts.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { formatWhole } from "#app/domain/quantity.ts";
import type { StockRow } from "#app/domain/stock/list.server.ts";
import { LOW_DAYS } from "#app/domain/stock/view.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The stock in one line for each item; what runs out or expires first stands first. */
export function StockPanel(props: { rows: StockRow[]; total: number; warehouseId: string; today: string }) {
  const { board, stock } = useMessages();
  const { columns } = stock;
  const here = `/desk/stock?warehouse=${props.warehouseId}`;
  return (
    <Panel
      title={board.stock.title}
      note={board.stock.note(props.total, props.rows.length)}
      more={<Link to={here}>{board.stock.more}</Link>}
    >
      <Ledger
        caption={board.stock.title}
        captionHidden
        columns={[
          { label: columns.item },
          { label: columns.onHand, numeric: true },
          { label: columns.packed, numeric: true },
          { label: columns.available, numeric: true },
          { label: columns.expires },
          { label: columns.days, numeric: true },
        ]}
        empty={<Empty title={stock.none}>{stock.noneHow}</Empty>}
      >
        {props.rows.map((row) => (
          <tr key={row.itemId} className={row.days !== null && row.days < LOW_DAYS ? "flag" : undefined}>
            <th scope="row">
              <Link to={`${here}&item=${row.itemId}`}>{row.item}</Link>
            </th>
            <td className="num">
              <Quantity quantity={row.onHand} unit={row.unit} />
            </td>
            <td className="num">{row.packed === 0n ? "—" : formatWhole(row.packed)}</td>
            <td className="num">
              <b>
                <Quantity quantity={row.available} unit={row.unit} />
              </b>
            </td>
            <td>
              <Expiry on={row.firstExpiry} today={props.today} />
            </td>
            <td className="num">
              <DaysLeft days={row.days} />
            </td>
          </tr>
        ))}
      </Ledger>
    </Panel>
  );
}
