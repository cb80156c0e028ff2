import { LinkButton } from "#app/components/ui/button.tsx";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { DocumentHead, ofSeveral } from "#app/components/gifts/document-head.tsx";
import { Purpose } from "#app/components/gifts/purpose.tsx";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { PledgeRow } from "#app/domain/pledges/list.server.ts";
import { openPledgeStates } from "#app/domain/pledges/state.ts";
import { formatDate } from "#app/domain/dates.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { PledgeTag } from "./pledge-tag.tsx";

/** Promises: how much, how much came, how they stand, and the way to record what came. */
export function PledgeTable(props: { rows: PledgeRow[]; mayReceive: boolean; empty: React.ReactNode }) {
  const { pledges, common } = useMessages();
  const { columns } = pledges;
  const several = ofSeveral(props.rows);
  return (
    <Ledger
      caption={pledges.title}
      captionHidden
      columns={[
        { label: columns.date },
        { label: columns.donor },
        { label: `${columns.promised} (${common.units.yuan})`, numeric: true },
        { label: `${columns.received} (${common.units.yuan})`, numeric: true },
        { label: columns.state },
        { label: columns.purpose },
        { label: columns.action, hiddenLabel: true },
      ]}
      empty={props.empty}
    >
      {props.rows.map((row) => (
        <tr key={row.id} className={row.state === "overdue" ? "flag" : undefined}>
          <td className="whitespace-nowrap">
            <CivilDate on={row.pledgedOn} />
          </td>
          <DocumentHead
            name={row.donor}
            href={`/desk/pledges/${row.id}`}
            number={row.number}
            organization={several && row.organization}
          />
          <Promised row={row} />
          <td>
            <PledgeTag state={row.state} daysOverdue={row.daysOverdue} />
            <DueOn row={row} />
          </td>
          <td>
            <Purpose restriction={row.restriction} />
          </td>
          <td>{props.mayReceive && <ArrivedLink row={row} />}</td>
        </tr>
      ))}
    </Ledger>
  );
}

function Promised({ row }: { row: PledgeRow }) {
  const { pledges } = useMessages();
  if (row.amountFen === null) {
    return (
      <>
        <td colSpan={2}>
          {row.goods.map((line) => `${line.item} ${formatQuantity(line.quantity, line.unit)}`).join("，")}
          {row.gifts > 0 && <small>{pledges.gifts(row.gifts)}</small>}
        </td>
      </>
    );
  }
  return (
    <>
      <td className="num font-semibold">
        <Money fen={row.amountFen} bare />
      </td>
      <td className="num">
        <Money fen={row.receivedFen} bare />
      </td>
    </>
  );
}

function DueOn({ row }: { row: PledgeRow }) {
  const { dueBy } = useMessages().pledges;
  const locale = useLocale();
  if (row.dueOn === null || row.state === "arrived" || row.state === "withdrawn") return null;
  return <small>{dueBy(formatDate(row.dueOn, locale))}</small>;
}

/** Leads to the form of a gift, filled in from the promise; nothing while the promise is not open. */
export function ArrivedLink({ row }: { row: Pick<PledgeRow, "id" | "kind" | "state"> }) {
  const { arrived, goodsArrived } = useMessages().pledges;
  if (!openPledgeStates.some((state) => state === row.state)) return null;
  return row.kind === "money" ? (
    <LinkButton href={`/desk/gifts/money?pledge=${row.id}`}>{arrived}</LinkButton>
  ) : (
    <LinkButton href={`/desk/gifts/goods/new?pledge=${row.id}`}>{goodsArrived}</LinkButton>
  );
}
