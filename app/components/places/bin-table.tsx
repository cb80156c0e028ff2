import { Link } from "#app/components/layout/router.ts";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatCode } from "#app/domain/code.ts";
import type { BinRow } from "#app/domain/places/get-warehouse.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

interface Shown {
  warehouseId: string;
  mayPrint: boolean;
}

/** The bins of a warehouse: how full each is, and its label. */
export function BinTable({ bins, ...shown }: Shown & { bins: BinRow[] }) {
  const { bins: words } = useMessages().places;
  return (
    <Ledger
      caption={words.list}
      captionHidden
      narrow
      columns={[
        { label: words.name },
        { label: words.boxes, numeric: true },
        { label: words.lots, numeric: true },
        ...(shown.mayPrint ? [{ label: words.label }] : []),
      ]}
    >
      {bins.map((bin) => (
        <tr key={bin.id}>
          <th scope="row">
            <Link
              to={`/desk/boxes?warehouse=${shown.warehouseId}&bin=${bin.id}`}
              className="whitespace-nowrap"
            >
              {bin.name}
            </Link>
            <small>{bin.zone ?? words.noZone}</small>
          </th>
          <td className="num">
            <Filled bin={bin} />
          </td>
          <td className="num">{bin.lots === 0 ? words.empty : words.lotsThere(bin.lots)}</td>
          {shown.mayPrint && (
            <td>
              <LabelLink bin={bin} warehouseId={shown.warehouseId} />
            </td>
          )}
        </tr>
      ))}
    </Ledger>
  );
}

function Filled({ bin: { boxes, capacity } }: { bin: BinRow }) {
  const { bins: words } = useMessages().places;
  if (capacity === null) return <>{words.boxesThere(boxes)}</>;
  return (
    <>
      {words.boxesOf(boxes, capacity)} {boxes >= capacity && <Tag tone="warn">{words.full}</Tag>}
    </>
  );
}

function LabelLink({ bin: { code }, warehouseId }: { bin: BinRow; warehouseId: string }) {
  const { bins: words } = useMessages().places;
  if (code === null) {
    return <Link to={`/desk/labels?for=bins&warehouse=${warehouseId}`}>{words.noLabel}</Link>;
  }
  return (
    <Link to={`/desk/labels/print?codes=${code}`} className="code whitespace-nowrap">
      {formatCode(code)}
    </Link>
  );
}
