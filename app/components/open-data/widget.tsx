import { summaryAmount } from "#app/components/reports/summary-amount.ts";
import { DateTime } from "#app/components/ui/date-time.tsx";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { summaryOff } from "#app/domain/reports/summary-off.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/**
 * What stands in a frame on another site: the two sums as one small table, as of when, and the way to the ledger. Books
 * that do not balance show no figures.
 */
export function Widget({ summary, home }: { summary: PublicSummary; home: string }) {
  const { openData: words, common, home: homeWords } = useMessages();
  const locale = useLocale();
  const { money, goods, publishers } = summary;
  const { sum } = common;
  const amount = (fen: bigint) => summaryAmount(fen, locale);
  const rows = [
    [sum.received, money.receivedFen, goods.receivedFen],
    [
      `− ${sum.spent} · ${sum.handedOut}`,
      money.purchasesFen + money.grantsFen,
      goods.handedOutFen + goods.lostFen,
    ],
    [`= ${sum.left}`, money.leftFen, goods.leftFen],
  ] as const;
  return (
    <main className="grid gap-2 bg-paper p-4">
      <h1 className="text-lead">
        {words.widgetTitle} <small className="text-small font-normal text-ink-2">{words.wan}</small>
      </h1>
      {summaryOff(summary).holds ? (
        <table className="ledger">
          <thead>
            <tr>
              <td />
              <th scope="col" className="num">
                {words.money}
              </th>
              <th scope="col" className="num">
                {words.goods}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, ofMoney, ofGoods]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="num">{amount(ofMoney)}</td>
                <td className="num">{amount(ofGoods)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{homeWords.doesNotBalance.short}</p>
      )}
      <p className="text-small text-ink-2">
        {homeWords.asOf} <DateTime at={new Date(summary.computedAt)} year /> ·{" "}
        <a href={home} target="_blank" rel="noopener">
          {words.widgetMore}
        </a>
      </p>
      <p className="text-small text-ink-2" lang="zh-CN">
        {publishers.map(({ name }) => name).join("、")}
      </p>
    </main>
  );
}
