import type { Locale } from "#db/vocabulary";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { summaryOff } from "#app/domain/reports/summary-off.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { summaryAmount } from "./summary-amount.ts";

/** The home's two sums for its share card. Books that do not balance show none. */
export function homeCard(
  summary: Pick<PublicSummary, "money" | "goods" | "publishers">,
  { home, common, openData }: Messages,
  locale: Locale,
) {
  const { money, goods, publishers } = summary;
  const amount = (fen: bigint) => summaryAmount(fen, locale);
  const off = summaryOff(summary);
  const { sum } = common;
  return {
    title: home.title,
    sums: [
      ...(off.moneyFen === 0n
        ? [
            {
              title: `${openData.money} · ${openData.wan}`,
              rows: [
                { label: sum.received, amount: amount(money.receivedFen), tone: "in" as const },
                {
                  label: `− ${sum.spent}`,
                  amount: amount(money.purchasesFen + money.grantsFen),
                  tone: "out" as const,
                },
                { label: `= ${sum.left}`, amount: amount(money.leftFen), tone: "left" as const },
              ],
            },
          ]
        : []),
      ...(off.goodsFen === 0n && off.items === 0
        ? [
            {
              title: `${openData.goods} · ${openData.wan}`,
              rows: [
                { label: sum.received, amount: amount(goods.receivedFen), tone: "in" as const },
                {
                  label:
                    goods.lostFen === 0n ? `− ${sum.handedOut}` : `− ${sum.handedOut}, ${home.goods.lost}`,
                  amount: amount(goods.handedOutFen + goods.lostFen),
                  tone: "out" as const,
                },
                { label: `= ${sum.left}`, amount: amount(goods.leftFen), tone: "left" as const },
              ],
            },
          ]
        : []),
    ],
    foot: [publishers.map(({ name }) => name).join("、"), `${common.product} · ${common.tagline}`]
      .filter(Boolean)
      .join("   "),
  };
}
