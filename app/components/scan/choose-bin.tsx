import type { Known } from "#app/domain/boxes/known.ts";
import { placeName } from "#app/domain/boxes/known.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import type { ScanStation } from "./station.ts";

/** Which bin to count, of those that are in an open count; scanning its label chooses it too. */
export function ChooseBin({ station, known }: { station: ScanStation; known: Known }) {
  const { choose: words, place } = useMessages().scan;
  const stocktakes = [...known.stocktakes.values()];
  if (stocktakes.length === 0) {
    return (
      <section className="scan-choose">
        <h2>{words.binNone}</h2>
        <p className="scan-muted">{words.binNoneHow}</p>
      </section>
    );
  }
  return (
    <section className="scan-choose">
      <h2>{words.bin}</h2>
      {stocktakes.map(({ id, number, open, counted }) => (
        <div key={id}>
          <h3 className="code">{number}</h3>
          <ul className="scan-bins">
            {[...open, ...counted].map((account) => (
              <li key={account}>
                <button type="button" onClick={() => void station.chooseBin(account)}>
                  <b>{place(placeName(known, account))}</b>
                  {counted.includes(account) && <small>{words.counted}</small>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
