import { Link } from "#app/components/layout/router.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Section } from "#app/components/ui/section.tsx";
import { formatWhole } from "#app/domain/quantity.ts";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const SHOWN = 10;

/** Each item in its own unit: received, put into kits or taken out of them where any were, handed out, lost, left. */
export function ItemTable({ items }: { items: PublicSummary["items"] }) {
  const { home, common } = useMessages();
  const words = home.items;
  const hasKits = items.some(({ converted }) => converted.quantity !== 0n);
  const columns = [
    { part: "received", label: common.sum.received },
    ...(hasKits ? [{ part: "converted", label: home.goods.converted } as const] : []),
    { part: "handedOut", label: common.sum.handedOut },
    { part: "lost", label: home.goods.lost },
    { part: "left", label: common.sum.left },
  ] as const;
  return (
    <Section
      title={words.title}
      note={words.note}
      more={items.length > 0 && <Link to="/reports/balance">{words.all(items.length)}</Link>}
    >
      <Ledger
        narrow
        caption={words.title}
        captionHidden
        columns={[{ label: words.item }, ...columns.map(({ label }) => ({ label, numeric: true }))]}
        empty={
          <div className="sheet">
            <Empty title={words.empty}>{words.emptyText}</Empty>
          </div>
        }
      >
        {items.slice(0, SHOWN).map((item) => (
          <tr key={`${item.name}/${item.unit}`}>
            <th scope="row" lang="zh-CN">
              {item.name} <span className="unit">{item.unit}</span>
            </th>
            {columns.map(({ part }) => (
              <td key={part} className="num">
                {formatWhole(item[part].quantity)}
              </td>
            ))}
          </tr>
        ))}
      </Ledger>
    </Section>
  );
}
