import { Sum } from "#app/components/ui/sum.tsx";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { showsRounding, summaryAmount } from "./summary-amount.ts";

/** 竖式 of the money: received − spent = left; what was promised stands apart. */
export function MoneySum({ summary }: { summary: PublicSummary }) {
  const { home, common } = useMessages();
  const locale = useLocale();
  const { money, pledged } = summary;
  const words = home.money;
  const amount = (fen: bigint) => summaryAmount(fen, locale);
  return (
    <section className="acct">
      <h2>
        {words.title} <span>{words.unit}</span>
      </h2>
      <Sum
        huge
        label={words.title}
        measure={{ kind: "money", in: "wan", bare: true }}
        rows={[
          {
            label: common.sum.received,
            note: words.gifts(money.gifts),
            value: money.receivedFen,
            tone: "in",
          },
          {
            op: "−",
            label: common.sum.spent,
            note: `${words.spent} ${amount(money.purchasesFen)} · ${words.granted} ${amount(money.grantsFen)}`,
            value: money.purchasesFen + money.grantsFen,
            tone: "out",
          },
        ]}
        total={{ label: common.sum.left, value: money.leftFen }}
      />
      {showsRounding(money.receivedFen, [money.purchasesFen + money.grantsFen], money.leftFen, locale) && (
        <p className="aside">{home.rounded}</p>
      )}
      <p className="aside">
        {words.split(amount(money.restrictedFen), amount(money.receivedFen - money.restrictedFen))}
      </p>
      {pledged.moneyPledges > 0 && (
        <p className="aside">
          {words.pledged(pledged.moneyPledges, amount(pledged.moneyFen))}
          <b>{words.notHere}</b>
        </p>
      )}
    </section>
  );
}
