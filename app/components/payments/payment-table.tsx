import { DocumentHead, ofSeveral } from "#app/components/gifts/document-head.tsx";
import { Purpose } from "#app/components/gifts/purpose.tsx";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { PaymentRow } from "#app/domain/payments/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Payments: to whom, what for, how much, and out of which money. */
export function PaymentTable({ rows, empty }: { rows: PaymentRow[]; empty: React.ReactNode }) {
  const { payments, gifts } = useMessages();
  const { columns } = payments;
  const several = ofSeveral(rows);
  return (
    <Ledger
      caption={payments.title}
      captionHidden
      columns={[
        { label: columns.date },
        { label: columns.payee },
        { label: columns.purpose },
        { label: columns.amount, numeric: true },
        { label: columns.fund },
        { label: columns.township },
        { label: columns.state },
      ]}
      empty={empty}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <td className="whitespace-nowrap">
            <CivilDate on={row.paidOn} />
          </td>
          <DocumentHead
            name={row.payee}
            href={`/desk/payments/${row.id}`}
            number={row.number}
            organization={several && row.organization}
          />
          <td>
            {row.purpose}
            <small>{payments.kinds[row.kind]}</small>
          </td>
          <td className="num font-semibold">
            {row.reversed ? (
              <s className="text-ink-2">
                <Money fen={row.amountFen} bare />
              </s>
            ) : (
              <Money fen={row.amountFen} bare />
            )}
          </td>
          <td>
            <Purpose restriction={row.restriction} />
          </td>
          <td>{row.township ?? "—"}</td>
          <td>{row.reversed ? <Tag>{gifts.states.reversed}</Tag> : <Tag tone="out">{payments.paid}</Tag>}</td>
        </tr>
      ))}
    </Ledger>
  );
}
