import { Link } from "#app/components/layout/router.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { KnownTime } from "./known-time.tsx";

type Delivery = PublicSummary["latest"][number];

/** What was signed for last: where, what, and whether all of it was there. */
export function LatestDeliveries({ summary }: { summary: PublicSummary }) {
  const words = useMessages().home.latest;
  return (
    <div>
      <header className="mb-1.5 flex items-baseline justify-between gap-4">
        <h2>{words.title}</h2>
        {summary.goods.deliveries > 0 && (
          <Link to="/reports/distributions">{words.all(summary.goods.deliveries)}</Link>
        )}
      </header>
      {summary.latest.length === 0 ? (
        <div className="sheet">
          <Empty title={words.empty}>{words.emptyText}</Empty>
        </div>
      ) : (
        <ul className="feed feed-dated sheet">
          {summary.latest.map((delivery) => (
            <Item key={delivery.number + delivery.confirmedAt} delivery={delivery} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Item({ delivery }: { delivery: Delivery }) {
  const words = useMessages().home.latest;
  const [first, ...others] = delivery.lines;
  return (
    <li>
      <KnownTime at={new Date(delivery.confirmedAt)} />
      <span>
        <b lang="zh-CN">
          <Link to={`/find?q=${delivery.number}`} className="text-ink no-underline">
            {delivery.township} · {delivery.site}
          </Link>
        </b>
        <br />
        {first && (
          <span lang="zh-CN">
            {first.item} <Pack quantity={first.quantity} unit={first.unit} {...packOf(first)} />
          </span>
        )}
        {others.length > 0 && ` ${words.more(delivery.lines.length)}`}
      </span>
      <Verdict lines={delivery.lines} />
    </li>
  );
}

const packOf = ({ packName, packSize }: Delivery["lines"][number]) =>
  packName !== null && packSize !== null ? { pack: { name: packName, size: packSize } } : {};

function Verdict({ lines }: { lines: Delivery["lines"] }) {
  const words = useMessages().home.latest;
  const short = lines.find((line) => line.short > 0n);
  if (short) return <Tag tone="bad">{words.short(formatQuantity(short.short, short.unit))}</Tag>;
  const damaged = lines.find((line) => line.damaged > 0n);
  if (damaged) return <Tag tone="bad">{words.damaged(formatQuantity(damaged.damaged, damaged.unit))}</Tag>;
  return <Tag tone="ok">{words.allHere}</Tag>;
}
