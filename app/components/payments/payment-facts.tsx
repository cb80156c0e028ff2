import { Facts } from "#app/components/gifts/facts.tsx";
import { Purpose } from "#app/components/gifts/purpose.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { yuanInWords } from "#app/domain/money.ts";
import type { Payment } from "#app/domain/payments/get.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** What is known of a payment, with the quotes it was chosen from. */
export function PaymentFacts({ payment }: { payment: Payment }) {
  const { payments, gifts } = useMessages();
  const { fields, kinds, detail } = payments;
  const locale = useLocale();
  return (
    <Facts
      facts={[
        [gifts.columns.number, <Code key="number">{payment.number}</Code>],
        [fields.kind, kinds[payment.kind]],
        [fields.payee, payment.payee],
        [fields.purpose, payment.purpose],
        [
          fields.amount,
          <span key="amount">
            <Money fen={payment.amountFen} /> {locale === "zh-CN" && yuanInWords(payment.amountFen)}
          </span>,
        ],
        [fields.paidOn, <CivilDate key="on" on={payment.paidOn} year />],
        [fields.restrictedTo, <Purpose key="purpose" restriction={payment.restriction} />],
        [fields.townshipCode, payment.township],
        [gifts.detail.organization, payment.organization],
        [detail.quotes, payment.kind === "purchase" && <Quotes fen={payment.quotesFen} />],
        [fields.choiceReason, payment.choiceReason],
        [
          gifts.detail.importedFrom,
          payment.importId && payment.importFile && (
            <Link to={`/desk/imports/${payment.importId}`}>{payment.importFile}</Link>
          ),
        ],
      ]}
    />
  );
}

function Quotes({ fen }: { fen: bigint[] }) {
  const { payments } = useMessages();
  const { detail } = payments;
  if (fen.length === 0) return <>{detail.noQuotes}</>;
  return (
    <ol>
      {fen.map((quote, index) => (
        <li key={index}>
          {payments.quote(index + 1)} <Money fen={quote} />
        </li>
      ))}
    </ol>
  );
}
