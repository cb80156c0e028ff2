import { TwoLines } from "#app/components/charts/two-lines.tsx";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Section } from "#app/components/ui/section.tsx";
import { formatDay } from "#app/domain/dates.ts";
import type { PublicSummary, TimelinePoint } from "#app/domain/reports/public-summary.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { summaryAmount } from "./summary-amount.ts";

/** What had come and gone by then, goods and money, as two lines each; the same as a table. */
export function OverTime({ timeline }: { timeline: PublicSummary["timeline"] }) {
  const { home } = useMessages();
  const words = home.timeline;
  if (timeline.length < 3) return null;
  return (
    <Section title={words.title} note={words.note}>
      <div className="sheet grid gap-8">
        <div className="grid gap-8 desk:grid-cols-2">
          <Chart what="goods" timeline={timeline} />
          <Chart what="money" timeline={timeline} />
        </div>
        <details>
          <summary>{home.flow.asTable}</summary>
          <Points timeline={timeline} />
        </details>
      </div>
    </Section>
  );
}

const DAY = 86_400_000;
const fenPerUnit = { "zh-CN": 1_000_000, en: 100_000_000 };

function Chart({ what, timeline }: { what: "goods" | "money"; timeline: readonly TimelinePoint[] }) {
  const { home, common } = useMessages();
  const locale = useLocale();
  const words = home.timeline;
  const pair = (point: TimelinePoint) =>
    what === "goods" ? [point.goodsReceived, point.goodsHandedOut] : [point.moneyReceived, point.moneySpent];
  const unit = fenPerUnit[locale];
  const points = timeline.map((point) => {
    const [came = 0n, went = 0n] = pair(point);
    return {
      on: point.on,
      day: Date.parse(point.on) / DAY,
      came: Number(came) / unit,
      went: Number(went) / unit,
    };
  });
  const [came = 0n, went = 0n] = timeline.length > 0 ? pair(timeline[timeline.length - 1]!) : [];
  const dates = [0, Math.floor((points.length - 1) / 2), points.length - 1].flatMap((i) => points[i] ?? []);
  return (
    <figure>
      <h3>{words[what]}</h3>
      <TwoLines
        title={words[what]}
        description={words.description(
          words[what],
          formatDay(points.at(-1)?.on ?? "", locale),
          summaryAmount(came, locale),
          summaryAmount(went, locale),
          words.wan,
        )}
        points={points}
        dates={dates.map(({ day, on }) => ({ day, label: formatDay(on, locale) }))}
        came={{ label: common.sum.received, amount: summaryAmount(came, locale) }}
        went={{
          label: what === "goods" ? common.sum.handedOut : common.sum.spent,
          note: words.dashed,
          amount: summaryAmount(went, locale),
        }}
        mark={(value) => value.toLocaleString("en-US")}
      />
    </figure>
  );
}

function Points({ timeline }: { timeline: readonly TimelinePoint[] }) {
  const { home, common } = useMessages();
  const words = home.timeline;
  const { received, handedOut, spent } = common.sum;
  return (
    <Ledger
      caption={words.title}
      captionHidden
      columns={[
        { label: words.day },
        { label: `${words.goods} · ${received}`, numeric: true },
        { label: `${words.goods} · ${handedOut}`, numeric: true },
        { label: `${words.money} · ${received}`, numeric: true },
        { label: `${words.money} · ${spent}`, numeric: true },
      ]}
    >
      {timeline.map((point) => (
        <tr key={point.on}>
          <th scope="row">
            <CivilDate on={point.on} year />
          </th>
          {[point.goodsReceived, point.goodsHandedOut, point.moneyReceived, point.moneySpent].map(
            (fen, i) => (
              <td key={i} className="num">
                <Money fen={fen} in="wan" bare />
              </td>
            ),
          )}
        </tr>
      ))}
    </Ledger>
  );
}
