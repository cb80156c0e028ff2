import { Link } from "#app/components/layout/router.ts";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Section } from "#app/components/ui/section.tsx";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Goods whose value is still to be confirmed: in no amount, so listed by quantity. */
export function UnvaluedTable({ unvalued }: { unvalued: PublicSummary["unvalued"] }) {
  const words = useMessages().home.unvalued;
  if (unvalued.length === 0) return null;
  return (
    <Section id="unvalued" title={words.title} note={words.note}>
      <Ledger
        narrow
        caption={words.title}
        captionHidden
        columns={[
          { label: words.item },
          { label: words.quantity, numeric: true },
          { label: words.on, wideOnly: true },
          { label: words.giftNumber },
        ]}
      >
        {unvalued.map((lot, i) => (
          <tr key={i}>
            <th scope="row" lang="zh-CN">
              {lot.item}
            </th>
            <td className="num">
              <Quantity quantity={lot.quantity} unit={lot.unit} />
            </td>
            <td className="wide-only">
              <CivilDate on={lot.on} />
            </td>
            <td className="whitespace-nowrap">
              <Link to={`/find?q=${lot.giftNumber}`}>{lot.giftNumber}</Link>
            </td>
          </tr>
        ))}
      </Ledger>
    </Section>
  );
}
