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
  const of = (part: "received" | "handedOut" | "lost" | "left") =>
    new Map(summed(summary.items.map((item) => [item.category, item[part].valueFen])));
  const parts = [of("received"), of("handedOut"), of("lost"), of("left")];
  const { goods } = summary;
  const totals = [goods.receivedFen, goods.handedOutFen, goods.lostFen, goods.leftFen];
  const shown = totals.flatMap((total, i) => (i === 2 && total === 0n ? [] : [i]));
  const heads = [common.sum.received, common.sum.handedOut, home.goods.lost, common.sum.left];
  return (
    <Ledger
      narrow
      caption={home.flow.table}
      columns={[{ label: home.flow.category }, ...shown.map((i) => ({ label: heads[i], numeric: true }))]}
      foot={
        <tr>
          <th scope="row">{common.sum.total}</th>
          {shown.map((i) => (
            <td key={i} className="num">
              <Money fen={totals[i] ?? 0n} in="wan" bare />
            </td>
          ))}
        </tr>
      }
    >
      {[...(parts[0]?.keys() ?? [])].map((category) => (
        <tr key={category}>
          <th scope="row">{reports.categories[category]}</th>
          {shown.map((i) => (
            <td key={i} className="num">
              <Money fen={parts[i]?.get(category) ?? 0n} in="wan" bare />
            </td>
          ))}
        </tr>
      ))}
    </Ledger>
  );
}
