import { Note } from "#app/components/ui/note.tsx";
import { civilDate, formatDate, formatDateTime } from "#app/domain/dates.ts";
import type { TracedGift as Gift, TracedPromise } from "#app/domain/trace/trace.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { GiftPath } from "./gift-path.tsx";
import { PoolShare } from "./pool-share.tsx";
import { ProofPanel } from "./proof-panel.tsx";
import { TracedGoods } from "./traced-goods.tsx";

/** One gift: its sums, its steps, its proof. `named` puts its number above it, where a promise has several. */
export function TracedGift(props: { gift: Gift; promise: TracedPromise | null; named: boolean; asOf: Date }) {
  const { gift, promise, named, asOf } = props;
  const { trace: words } = useMessages();
  const locale = useLocale();
  const until = formatDateTime(asOf, locale);
  const name = named && <h2>{words.giftOf(gift.number, formatDate(gift.receivedOn, locale))}</h2>;
  if (gift.takenBack) {
    return (
      <section className="pad">
        {name}
        <Note tone="warn">{words.takenBack}</Note>
      </section>
    );
  }
  return (
    <>
      {gift.money && <PoolShare pool={gift.money} asOf={until} />}
      {gift.lots.length > 0 && (
        <>
          <section className="pad">
            {name}
            <p className="text-ink-2">{words.asOf(until)}</p>
            {gift.lots.map((lot) => (
              <TracedGoods key={lot.assetId} lot={lot} alone={gift.lots.length === 1} />
            ))}
          </section>
          <hr className="rule" />
          <section className="pad">
            <h2>{words.path.title}</h2>
            <GiftPath gift={gift} promise={promise} today={civilDate(asOf)} />
          </section>
        </>
      )}
      <hr className="rule" />
      <ProofPanel gift={gift} />
    </>
  );
}
