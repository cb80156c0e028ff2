import type { ItemCategory } from "#db/vocabulary";
import { FlowChart } from "#app/components/charts/flow-chart.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Section } from "#app/components/ui/section.tsx";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { summaryAmount } from "./summary-amount.ts";

/** Who gave goods, what they are, where they went: bands on a wide screen, and always a table. Values in 万元. */
export function GoodsFlow({ summary }: { summary: PublicSummary }) {
  const { home } = useMessages();
  const words = home.flow;
  if (summary.sources.length === 0) return null;
  return (
    <Section title={words.title} note={words.note}>
      <div className="sheet hidden desk:block">
        <Bands summary={summary} />
        <details>
          <summary>{words.asTable}</summary>
          <Categories summary={summary} />
        </details>
      </div>
      <div className="desk:hidden">
        <Categories summary={summary} />
      </div>
    </Section>
  );
}

function Bands({ summary }: { summary: PublicSummary }) {
  const { home, reports } = useMessages();
  const locale = useLocale();
  const words = home.flow;
  const { sources, destinations, goods } = summary;
  const amount = (fen: bigint) => summaryAmount(fen, locale);
  const froms = summed(sources.map(({ from, valueFen }) => [from, valueFen]));
  const whats = summed(sources.map(({ category, valueFen }) => [category, valueFen]));
  const tos = summed(destinations.map(({ to, valueFen }) => [to, valueFen]));
  const fromName = (from: (typeof sources)[number]["from"]) =>
    from === "supplier" ? words.supplier : reports.donorKinds[from];
  const toName = (to: (typeof destinations)[number]["to"]) =>
    to === "left" || to === "lost" ? words[to] : reports.siteKinds[to];
  const names = new Map<string, string>([
    ...froms.map(([from]): [string, string] => [`from:${from}`, fromName(from)]),
    ...whats.map(([what]): [string, string] => [`what:${what}`, reports.categories[what]]),
    ...tos.map(([to]): [string, string] => [`to:${to}`, toName(to)]),
  ]);
  const node = (id: string, fen: bigint) => ({ id, label: names.get(id) ?? "", amount: amount(fen) });
  const rest = new Set<string>(["left", "lost"]);
  const ends = [...tos.filter(([to]) => !rest.has(to)), ...tos.filter(([to]) => rest.has(to))];
  return (
    <FlowChart
      title={words.title}
      description={words.description(
        amount(goods.receivedFen),
        amount(goods.handedOutFen),
        amount(goods.leftFen),
      )}
      columns={[
        { head: words.from, nodes: froms.map(([from, fen]) => node(`from:${from}`, fen)) },
        { head: words.what, nodes: whats.map(([what, fen]) => node(`what:${what}`, fen)) },
        {
          head: words.to,
          nodes: ends.map(([to, fen]) => ({
            ...node(`to:${to}`, fen),
            ...(rest.has(to) ? { tone: "left" as const } : {}),
          })),
        },
      ]}
      links={[
        ...sources.map((one) => ({
          from: `from:${one.from}`,
          to: `what:${one.category}`,
          value: Number(one.valueFen),
        })),
        ...destinations.map((one) => ({
          from: `what:${one.category}`,
          to: `to:${one.to}`,
          value: Number(one.valueFen),
        })),
      ]}
      describe={({ from, to, value }) => `${names.get(from)} → ${names.get(to)} ${amount(BigInt(value))}`}
    />
  );
}

/** Keys with their sums, the largest first. */
function summed<Key>(pairs: readonly (readonly [Key, bigint])[]): [Key, bigint][] {
  const sums = new Map<Key, bigint>();
  for (const [key, value] of pairs) sums.set(key, (sums.get(key) ?? 0n) + value);
  return [...sums].filter(([, sum]) => sum > 0n).sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0));
}

function Categories({ summary }: { summary: PublicSummary }) {
  const { home, common, reports } = useMessages();
  const { goods, items } = summary;
  const columns = [
    { part: "received", label: common.sum.received, total: goods.receivedFen },
    { part: "converted", label: home.goods.converted, total: 0n },
    { part: "handedOut", label: common.sum.handedOut, total: goods.handedOutFen },
    { part: "lost", label: home.goods.lost, total: goods.lostFen },
    { part: "left", label: common.sum.left, total: goods.leftFen },
  ] as const;
  const of = (category: ItemCategory, part: (typeof columns)[number]["part"]) =>
    items.reduce((sum, item) => (item.category === category ? sum + item[part].valueFen : sum), 0n);
  const optional = new Set<string>(["converted", "lost"]);
  const shown = columns.filter(
    ({ part }) => !optional.has(part) || items.some((item) => item[part].valueFen !== 0n),
  );
  const categories = summed(items.map((item) => [item.category, item.received.valueFen + madeOf(item)]));
  return (
    <Ledger
      narrow
      caption={home.flow.table}
      columns={[{ label: home.flow.category }, ...shown.map(({ label }) => ({ label, numeric: true }))]}
      foot={
        <tr>
          <th scope="row">{common.sum.total}</th>
          {shown.map(({ part, total }) => (
            <td key={part} className="num">
              <Money fen={total} in="wan" bare />
            </td>
          ))}
        </tr>
      }
    >
      {categories.map(([category]) => (
        <tr key={category}>
          <th scope="row">{reports.categories[category]}</th>
          {shown.map(({ part }) => (
            <td key={part} className="num">
              <Money fen={of(category, part)} in="wan" bare />
            </td>
          ))}
        </tr>
      ))}
    </Ledger>
  );
}

/** What kits of this item were made of, in fen. */
const madeOf = ({ converted }: PublicSummary["items"][number]): bigint =>
  converted.valueFen > 0n ? converted.valueFen : 0n;
