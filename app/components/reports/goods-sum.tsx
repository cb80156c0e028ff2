import { Sum } from "#app/components/ui/sum.tsx";
import { formatYuan } from "#app/domain/money.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { showsRounding } from "./summary-amount.ts";

/** 竖式 of the goods, by value: received − handed out − lost = left; what has no value yet stands apart. */
export function GoodsSum({ summary }: { summary: PublicSummary }) {
  const { home, common } = useMessages();
  const locale = useLocale();
  const { goods, pledged, items } = summary;
  const words = home.goods;
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
            note: words.lots(goods.lots, goods.kinds),
            value: goods.receivedFen,
            tone: "in",
          },
          {
            op: "−",
            label: common.sum.handedOut,
            note:
              goods.deliveries > 0 &&
              words.deliveries(goods.deliveries, goods.deliveriesWithDifferences, goods.openCases),
            value: goods.handedOutFen,
            tone: "out",
          },
          ...(goods.lostFen === 0n
            ? []
            : [{ op: "−" as const, label: words.lost, value: goods.lostFen, tone: "bad" as const }]),
        ]}
        total={{ label: common.sum.left, note: whatIsLeft(items, words), value: goods.leftFen }}
      />
      {showsRounding(goods.receivedFen, [goods.handedOutFen, goods.lostFen], goods.leftFen, locale) && (
        <p className="aside">{home.rounded}</p>
      )}
      {goods.unvaluedLots > 0 && (
        <p className="aside">
          {words.unvalued(goods.unvaluedLots)}
          <b>{words.quantityOnly}</b> <a href="#unvalued">{words.seeUnvalued(goods.unvaluedLots)}</a>
        </p>
      )}
      {pledged.goodsPledges > 0 && <p className="aside">{words.pledged(pledged.goodsPledges)}</p>}
    </section>
  );
}

/** "毛毯 590 条 × 50 元": what is left, the most valuable first; the unit's value only where it divides. */
function whatIsLeft(items: PublicSummary["items"], words: Messages["home"]["goods"]): string {
  const left = items
    .filter((item) => item.left.valueFen > 0n)
    .sort((a, b) => (a.left.valueFen < b.left.valueFen ? 1 : -1));
  const [first] = left;
  if (!first) return "";
  const { quantity, valueFen } = first.left;
  const amount = formatQuantity(quantity, first.unit);
  const named =
    valueFen % quantity === 0n
      ? words.leftItem(first.name, amount, formatYuan(valueFen / quantity).replace(/\.00$/, ""))
      : words.leftPlain(first.name, amount);
  return left.length > 1 ? `${named} ${words.leftMore(left.length)}` : named;
}
