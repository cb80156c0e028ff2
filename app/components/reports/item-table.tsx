import { Link } from "#app/components/layout/router.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Section } from "#app/components/ui/section.tsx";
import { formatWhole } from "#app/domain/quantity.ts";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const SHOWN = 10;

/** Each item in its own unit: received, handed out, lost, left. */
export function ItemTable({ items }: { items: PublicSummary["items"] }) {
  const { home, common } = useMessages();
  const words = home.items;
  const parts = ["received", "handedOut", "lost", "left"] as const;
  const heads = [common.sum.received, common.sum.handedOut, home.goods.lost, common.sum.left];
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
        columns={[{ label: words.item }, ...heads.map((label) => ({ label, numeric: true }))]}
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
            {parts.map((part) => (
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
