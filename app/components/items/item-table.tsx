import { Link } from "#app/components/layout/router.ts";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { ItemRow } from "#app/domain/items/list.server.ts";
import { count } from "#app/i18n/numbers.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The catalogue: what it is, how it is usually packed, and how much of it came. */
export function ItemTable({ rows, empty }: { rows: ItemRow[]; empty: React.ReactNode }) {
  const { items } = useMessages();
  const { columns } = items;
  return (
    <Ledger
      caption={items.title}
      captionHidden
      columns={[
        { label: columns.name },
        { label: columns.category },
        { label: columns.pack },
        { label: columns.received, numeric: true },
        { label: columns.lots, numeric: true },
      ]}
      empty={empty}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/items/${row.id}`}>{row.name}</Link>{" "}
            {row.unreviewed && <Tag tone="warn">{items.unreviewed}</Tag>}
            <Also row={row} />
          </th>
          <td>{items.categories[row.category]}</td>
          <td>{row.pack ? `${row.pack.name} × ${formatQuantity(row.pack.size, row.unit)}` : "—"}</td>
          <td className="num">
            <Quantity quantity={row.receivedQuantity} unit={row.unit} />
          </td>
          <td className="num">{count(row.lots)}</td>
        </tr>
      ))}
    </Ledger>
  );
}

/** Its specification, and the other names it goes by. */
function Also({ row: { specification, aliases } }: { row: ItemRow }) {
  const text = [specification, ...aliases].filter(Boolean).join(" · ");
  return text === "" ? null : <small>{text}</small>;
}
