import { loadOf } from "#app/domain/boxes/judge-load.ts";
import type { Known, KnownDelivery } from "#app/domain/boxes/known.ts";
import type { ScanContext } from "#app/domain/boxes/scan-context.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Which delivery to pick or to load; scanning its label chooses it too. */
export function ChooseDelivery(props: {
  known: Known;
  context: ScanContext;
  change: (changes: Partial<ScanContext>) => void;
}) {
  const { known, context, change } = props;
  const words = useMessages().scan.choose;
  const picking = context.mode === "pick";
  const all = [...known.deliveries.values()];
  const deliveries = picking ? all.filter(({ picked }) => !picked) : all;
  return (
    <section className="scan-choose">
      <h2>{picking ? words.delivery : words.deliveryLoad}</h2>
      {deliveries.length === 0 && (
        <p className="scan-muted">{picking ? words.deliveryNone : words.deliveryNoneLoad}</p>
      )}
      <ul>
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <button type="button" onClick={() => change({ deliveryId: delivery.id })}>
              <b>{delivery.site}</b>
              <small>
                <span className="code">{delivery.number}</span> · {delivery.township} ·{" "}
                {picking ? stepWord(delivery) : loadWords(delivery)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );

  function stepWord({ picking: begun, picked }: KnownDelivery): string {
    if (picked) return words.picked;
    return begun ? words.picking : words.toPick;
  }

  function loadWords(delivery: KnownDelivery): string {
    const { loaded, picked } = loadOf(known, delivery);
    return `${stepWord(delivery)} · ${words.loaded(loaded, picked)}`;
  }
}
