import { Button } from "#app/components/ui/button.tsx";
import type { Known } from "#app/domain/boxes/known.ts";
import type { ScanContext } from "#app/domain/boxes/scan-context.ts";
import type { ScanConsignment } from "#app/domain/boxes/scan-data.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import type { ScanStation } from "./station.ts";

/** Which goods at the door: one that is expected, or one that nobody announced. */
export function ChooseConsignment(props: { station: ScanStation; known: Known; context: ScanContext }) {
  const { station, known, context } = props;
  const words = useMessages().scan.choose;
  const consignments = [...known.consignments.values()];
  const choose = ({ id, lines }: ScanConsignment) => {
    const [only, second] = lines;
    const line = only && !second ? { line: only.n, perBox: only.packSize } : { line: null, perBox: null };
    station.setContext({ ...context, consignmentId: id, ...line });
  };
  return (
    <section className="scan-choose">
      <h2>{words.consignment}</h2>
      {consignments.length === 0 && <p className="scan-muted">{words.consignmentNone}</p>}
      <ul>
        {consignments.map((consignment) => (
          <li key={consignment.id}>
            <button type="button" onClick={() => choose(consignment)}>
              <b>{consignment.donor ?? words.unannouncedName}</b>
              <small>
                {[consignment.number, words.boxes(consignment.boxes, consignment.expectedBoxes)]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </button>
          </li>
        ))}
      </ul>
      <Button type="button" size="mid" onClick={() => void station.openConsignment()}>
        {words.unannounced}
      </Button>
    </section>
  );
}
