import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatDate, formatDateTime } from "#app/domain/dates.ts";
import type { DeliveryRow } from "#app/domain/deliveries/list.server.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { StatusTag } from "./status-tag.tsx";

const GOODS_SHOWN = 3;

export function DeliveryTable({ rows, empty }: { rows: DeliveryRow[]; empty: ReactNode }) {
  const words = useMessages().deliveries;
  const { columns: heads } = words;
  const columns = [
    { label: heads.number },
    { label: heads.site },
    { label: heads.status },
    { label: heads.goods, wideOnly: true },
    { label: heads.boxes, numeric: true, wideOnly: true },
    { label: heads.when, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/deliveries/${row.id}`}>
              <Code>{row.number}</Code>
            </Link>
            <small className="wide-only">{row.warehouse}</small>
          </th>
          <td>
            {row.site}
            <small>{row.township}</small>
          </td>
          <td>
            <StatusTag status={row.status} /> {row.differs && <Tag tone="bad">{words.differs}</Tag>}{" "}
            {row.toHandOver && <Tag tone="edge">{words.toHandOver}</Tag>}
          </td>
          <td className="wide-only">
            {row.goods.slice(0, GOODS_SHOWN).map(({ item, unit, quantity }, index) => (
              <div key={index}>
                {item} {formatQuantity(quantity, unit)}
              </div>
            ))}
            {row.goods.length > GOODS_SHOWN && <small>{words.andMore(row.goods.length)}</small>}
          </td>
          <td className="num wide-only">{row.boxes}</td>
          <td className="wide-only">
            <LastStep row={row} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

function LastStep({ row }: { row: DeliveryRow }) {
  const { times } = useMessages().deliveries;
  const locale = useLocale();
  const at = (instant: Date | null) => (instant === null ? "" : formatDateTime(instant, locale));
  switch (row.status) {
    case "planned":
      return <>{times.planned(formatDate(row.plannedOn, locale))}</>;
    case "dispatched":
      return <>{times.dispatched(at(row.dispatchedAt))}</>;
    case "confirmed":
      return <>{times.confirmed(at(row.confirmedAt))}</>;
    case "cancelled":
      return <>{times.cancelled(at(row.cancelledAt))}</>;
  }
}
