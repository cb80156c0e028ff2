import { Link } from "#app/components/layout/router.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Section } from "#app/components/ui/section.tsx";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { count } from "#app/i18n/numbers.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const SHOWN = 10;

/** The largest donors who agreed to be named, and all the others in one line. */
export function DonorTable({ donors }: { donors: PublicSummary["donors"] }) {
  const words = useMessages().home.donors;
  const named = donors.filter(({ name }) => name !== null);
  const unnamed = donors.filter(({ name }) => name === null);
  const shown = [...named.slice(0, SHOWN), ...unnamed];
  return (
    <Section
      title={words.title}
      note={words.note}
      more={donors.length > 0 && <Link to="/reports/receipts">{words.all}</Link>}
    >
      <Ledger
        narrow
        caption={words.title}
        captionHidden
        columns={[
          { label: words.donor },
          { label: words.gifts, numeric: true, wideOnly: true },
          { label: words.money, numeric: true },
          { label: words.goods, numeric: true },
        ]}
        empty={
          <div className="sheet">
            <Empty title={words.empty}>{words.emptyText}</Empty>
          </div>
        }
      >
        {shown.map(({ name, gifts, moneyFen, goodsFen }) => (
          <tr key={name ?? ""}>
            <th scope="row">{name === null ? words.unnamed : <span lang="zh-CN">{name}</span>}</th>
            <td className="num wide-only">{count(gifts)}</td>
            <td className="num">
              <Money fen={moneyFen} bare />
            </td>
            <td className="num">
              <Money fen={goodsFen} bare />
            </td>
          </tr>
        ))}
      </Ledger>
    </Section>
  );
}
