import { Link } from "#app/components/layout/router.ts";
import { Note } from "#app/components/ui/note.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Sum, type SumRow } from "#app/components/ui/sum.tsx";
import { formatDate } from "#app/domain/dates.ts";
import type { Came, CameInAll, CameLine } from "#app/domain/deliveries/to-site.server.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** What the site signed for, each as a sum with its receipt; and of everything how much in all. */
export function CameList(props: { came: Came[]; cameTotal: number; inAll: CameInAll[] }) {
  const { own: words } = useMessages().sites;
  const { came, cameTotal, inAll } = props;
  if (came.length === 0) return <p>{words.receivedNone}</p>;
  return (
    <>
      <CameInAllTable inAll={inAll} />
      {came.map((delivery) => (
        <Delivery key={delivery.number} delivery={delivery} />
      ))}
      {cameTotal > came.length && <p className="text-ink-2">{words.older(cameTotal - came.length)}</p>}
    </>
  );
}

/** Of each item, all that ever came in good state. */
export function CameInAllTable({ inAll }: { inAll: CameInAll[] }) {
  const { receivedTotal, handedOn } = useMessages().sites;
  return (
    <table className="ledger">
      <caption className="text-left">{receivedTotal}</caption>
      <tbody>
        {inAll.map(({ item, unit, good, handedOver }) => (
          <tr key={`${item} ${unit}`}>
            <th scope="row">{item}</th>
            <td className="num">
              <Quantity quantity={good} unit={unit} />
              {handedOver > 0n && <small>{handedOn(formatQuantity(handedOver, unit))}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Delivery({ delivery }: { delivery: Came }) {
  const { sites, deliveries } = useMessages();
  const words = sites.own;
  const locale = useLocale();
  const when = formatDate(delivery.confirmedAt, locale);
  return (
    <details>
      <summary>{words.signedBy(delivery.signedBy ?? "", when)}</summary>
      {delivery.lines.map((line) => (
        <div className="line" key={line.n}>
          <h3>{line.item}</h3>
          <LineSum line={line} />
        </div>
      ))}
      <p>
        <Link
          className="btn"
          to={`/q/${delivery.code}`}
          reloadDocument
          aria-label={`${words.receipt} ${delivery.number}`}
        >
          {words.receipt} · {deliveries.columns.number} {delivery.number}
        </Link>
      </p>
    </details>
  );
}

function LineSum({ line }: { line: CameLine }) {
  const { sum: words } = useMessages().receipt;
  const { item, unit, quantity, short, damaged, good, extra } = line;
  const rows: SumRow[] = [
    { label: words.sent, value: quantity },
    { op: "−", label: words.short, value: short, tone: "bad" },
    { op: "−", label: words.damaged, value: damaged, tone: "bad" },
  ];
  return (
    <>
      <Sum
        label={item}
        rows={rows.filter(({ op, value }) => op === undefined || value > 0n)}
        total={{ label: words.good, value: good }}
        measure={{ kind: "quantity", unit }}
      />
      {extra > 0n && <Note tone="warn">{words.extra(formatQuantity(extra, unit))}</Note>}
    </>
  );
}
