import { Clock } from "lucide-react";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { PledgeTag } from "#app/components/pledges/pledge-tag.tsx";
import { formatDate } from "#app/domain/dates.ts";
import type { MoneyLedgerRow } from "#app/domain/gifts/list-money-ledger.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { DocumentHead, ofSeveral } from "./document-head.tsx";
import { Purpose } from "./purpose.tsx";

/** Gifts of money, and promises of which something is still to come, in one table but in columns of their own. */
export function MoneyLedgerTable({ rows, empty }: { rows: MoneyLedgerRow[]; empty: React.ReactNode }) {
  const { gifts } = useMessages();
  const { columns } = gifts;
  const several = ofSeveral(rows);
  return (
    <Ledger
      caption={gifts.money.title}
      captionHidden
      columns={[
        { label: columns.date },
        { label: columns.donor },
        { label: columns.received, numeric: true },
        { label: columns.promised, numeric: true },
        { label: columns.state },
        { label: columns.purpose },
        { label: columns.receipt },
      ]}
      empty={empty}
    >
      {rows.map((row) => (
        <tr key={row.id} className={row.state === "overdue" ? "flag" : undefined}>
          <td className="whitespace-nowrap">
            <CivilDate on={row.on} />
          </td>
          <DocumentHead
            name={row.donor}
            href={row.kind === "gift" ? `/desk/gifts/${row.id}` : `/desk/pledges/${row.id}`}
            number={row.number}
            organization={several && row.organization}
          />
          <td className="num font-semibold">{amount(row.receivedFen, row.state === "reversed")}</td>
          <td className="num text-ink-2">{amount(row.promisedFen, false)}</td>
          <td>
            <State row={row} />
          </td>
          <td>
            <Purpose restriction={row.restriction} />
          </td>
          <td>{row.receiptNumber ?? "—"}</td>
        </tr>
      ))}
    </Ledger>
  );
}

function amount(fen: bigint | null, struck: boolean) {
  if (fen === null) return "—";
  return struck ? (
    <s className="text-ink-2">
      <Money fen={fen} bare />
    </s>
  ) : (
    <Money fen={fen} bare />
  );
}

function State({ row }: { row: MoneyLedgerRow }) {
  const { states, dueBy } = useMessages().gifts;
  const locale = useLocale();
  if (row.state === "received") return <Tag tone="ok">{states.received}</Tag>;
  if (row.state === "reversed") return <Tag>{states.reversed}</Tag>;
  if (row.state === "open" && row.dueOn)
    return <Tag icon={Clock}>{dueBy(formatDate(row.dueOn, locale))}</Tag>;
  return <PledgeTag state={row.state} daysOverdue={row.daysOverdue} />;
}
