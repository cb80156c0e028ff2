import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Section } from "#app/components/ui/section.tsx";
import { formatWhole } from "#app/domain/quantity.ts";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { count } from "#app/i18n/numbers.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const SHOWN = 10;

/** What sites wait for, by item, beside what stands in store. Nobody's own words: they may name people. */
export function NeedsTable({ needs }: { needs: PublicSummary["needs"] }) {
  const words = useMessages().home.needs;
  const shown = needs.items.slice(0, SHOWN);
  const hasOwnUnits = shown.some(({ wanted }) => wanted === null);
  return (
    <Section id="needs" title={words.title} note={words.note(needs.open, needs.met)}>
      <Ledger
        narrow
        caption={words.title}
        captionHidden
        columns={[
          { label: words.item },
          { label: words.sites, numeric: true, wideOnly: true },
          { label: words.wanted, numeric: true },
          { label: words.onTheWay, numeric: true },
          { label: words.inStock, numeric: true },
        ]}
        empty={
          <div className="sheet">
            <Empty title={words.none}>{words.noneText}</Empty>
          </div>
        }
      >
        {shown.map((item) => (
          <tr key={`${item.name}/${item.unit}`}>
            <th scope="row" lang="zh-CN">
              {item.name} <span className="unit">{item.unit}</span>
            </th>
            <td className="num wide-only">{count(item.sites)}</td>
            <td className="num">{item.wanted === null ? words.ownUnits : formatWhole(item.wanted)}</td>
            <td className="num">{formatWhole(item.onTheWay)}</td>
            <td className="num">{formatWhole(item.inStock)}</td>
          </tr>
        ))}
      </Ledger>
      {(hasOwnUnits || needs.otherWishes > 0) && (
        <p className="mt-2 text-small text-ink-2">
          {hasOwnUnits && words.ownUnitsNote} {needs.otherWishes > 0 && words.otherWishes(needs.otherWishes)}
        </p>
      )}
    </Section>
  );
}
