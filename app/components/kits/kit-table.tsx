import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { KitRow } from "#app/domain/kits/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The assemblies, the newest first. */
export function KitTable({ rows }: { rows: KitRow[] }) {
  const { kits, writeOffs } = useMessages();
  const { columns: heads, title, none, noneHow } = kits.list;
  return (
    <Ledger
      narrow
      caption={title}
      captionHidden
      columns={[
        { label: heads.number },
        { label: heads.item },
        { label: heads.quantity, numeric: true },
        { label: heads.warehouse, wideOnly: true },
        { label: heads.when, wideOnly: true },
        { label: heads.by, wideOnly: true },
      ]}
      empty={<Empty title={none}>{noneHow}</Empty>}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/kits/${row.id}`} className="whitespace-nowrap">
              <Code>{row.number}</Code>
            </Link>
          </th>
          <td>
            {row.item} {row.takenBack && <Tag>{writeOffs.takenBack}</Tag>}
          </td>
          <td className="num">
            <Quantity quantity={row.quantity} unit={row.unit} />
          </td>
          <td className="wide-only">{row.warehouse}</td>
          <td className="wide-only">
            <DateTime at={row.createdAt} />
          </td>
          <td className="wide-only">{row.createdBy ?? "—"}</td>
        </tr>
      ))}
    </Ledger>
  );
}
