import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { GiftRow } from "#app/domain/gifts/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { DocumentHead, ofSeveral } from "./document-head.tsx";
import { Purpose } from "./purpose.tsx";

/** Gifts, each with what it was and what it is worth; `money` too where both kinds stand in one list. */
export function GiftTable(props: { caption: string; rows: GiftRow[]; empty: React.ReactNode }) {
  const { columns, states } = useMessages().gifts;
  const several = ofSeveral(props.rows);
  return (
    <Ledger
      caption={props.caption}
      captionHidden
      columns={[
        { label: columns.date },
        { label: columns.donor },
        { label: columns.goods },
        { label: columns.value, numeric: true },
        { label: columns.state },
        { label: columns.purpose },
      ]}
      empty={props.empty}
    >
      {props.rows.map((row) => (
        <tr key={row.id}>
          <td className="whitespace-nowrap">
            <CivilDate on={row.receivedOn} />
          </td>
          <DocumentHead
            name={row.donor}
            href={`/desk/gifts/${row.id}`}
            number={row.number}
            organization={several && row.organization}
          />
          <td>
            <What row={row} />
          </td>
          <td className="num">
            {row.reversed ? (
              <s className="text-ink-2">
                <Money fen={row.amountFen} bare />
              </s>
            ) : (
              <Money fen={row.amountFen} bare />
            )}
          </td>
          <td>
            {row.reversed ? (
              <Tag>{states.reversed}</Tag>
            ) : (
              <Tag tone="ok">{row.kind === "money" ? states.received : states.arrived}</Tag>
            )}
          </td>
          <td>
            <Purpose restriction={row.restriction} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

function What({ row }: { row: GiftRow }) {
  const { gifts, pledges } = useMessages();
  if (row.firstLine === null) return <>{pledges.kinds.money}</>;
  const { item, quantity, unit } = row.firstLine;
  return (
    <>
      {item} {formatQuantity(quantity, unit)} {row.lines > 1 && gifts.goods.andMore(row.lines)}
      <small>
        {row.warehouse}
        {row.unvaluedLines > 0 && ` · ${gifts.goods.unvalued(row.unvaluedLines)}`}
      </small>
    </>
  );
}
