import { Note } from "#app/components/ui/note.tsx";
import { formatYuan } from "#app/domain/money.ts";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { summaryOff } from "#app/domain/reports/summary-off.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { GoodsSum } from "./goods-sum.tsx";
import { MoneySum } from "./money-sum.tsx";
import { Reach } from "./reach.tsx";

/** The home's first screen: the two sums, and where it all went. Books that do not balance show no total. */
export function Opening({ summary }: { summary: PublicSummary }) {
  const { home } = useMessages();
  const locale = useLocale();
  const responses = summary.responses.map(({ name, nameEn }) => (locale === "en" ? nameEn : name));
  return (
    <section className="opening">
      <div className="wrap">
        <h1>
          {home.headline.map((part) => (
            <span key={part} className="inline-block whitespace-pre">
              {part}
            </span>
          ))}
        </h1>
        <p className="lede">{home.lede(responses.slice(0, 3).join(locale === "en" ? ", " : "、"))}</p>
        <div className="two">
          <MoneyOrNote summary={summary} />
          <GoodsOrNote summary={summary} />
        </div>
        <Reach reached={summary.reached} />
      </div>
    </section>
  );
}

function MoneyOrNote({ summary }: { summary: PublicSummary }) {
  const { doesNotBalance } = useMessages().home;
  const { moneyFen } = summaryOff(summary);
  if (moneyFen === 0n) return <MoneySum summary={summary} />;
  return <Note tone="bad">{doesNotBalance.money(formatYuan(size(moneyFen)))}</Note>;
}

function GoodsOrNote({ summary }: { summary: PublicSummary }) {
  const { doesNotBalance } = useMessages().home;
  const { goodsFen, items } = summaryOff(summary);
  if (goodsFen === 0n && items === 0) return <GoodsSum summary={summary} />;
  const sentence =
    goodsFen === 0n ? doesNotBalance.quantity(items) : doesNotBalance.goods(formatYuan(size(goodsFen)));
  return <Note tone="bad">{sentence}</Note>;
}

const size = (fen: bigint): bigint => (fen < 0n ? -fen : fen);
