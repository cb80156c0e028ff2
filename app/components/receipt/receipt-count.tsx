import type { FormErrors } from "#app/components/fields/read-form.ts";
import { Note } from "#app/components/ui/note.tsx";
import { lineToCount } from "#app/domain/deliveries/counted-form.ts";
import type { DoorDelivery } from "#app/domain/deliveries/find-by-code.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { CountedLine } from "./counted-line.tsx";
import { typedIn } from "./receipt-field.tsx";

/** What is not right, line by line; what is not touched was all there. */
export function ReceiptCount(props: {
  delivery: DoorDelivery;
  answer: FormErrors | undefined;
  hidden: boolean;
}) {
  const { delivery, answer, hidden } = props;
  const words = useMessages().receipt;
  const signed = delivery.status === "confirmed";
  return (
    <div className="pad" data-face="count" hidden={hidden}>
      {signed && <Note>{words.countAgain(delivery.signedBy ?? "")}</Note>}
      <h2 tabIndex={-1}>{words.countTitle}</h2>
      <p>{words.countHint}</p>
      {!signed && (
        <div>
          <label className="check">
            <input type="checkbox" name="part" defaultChecked={typedIn(answer, "part") === "on"} />
            {words.partLabel}
          </label>
          <span className="hint">{words.partHint}</span>
        </div>
      )}
      {delivery.lines.map((line, index) => (
        <CountedLine
          key={line.n}
          line={line}
          toCount={lineToCount(line, delivery.status).quantity}
          at={`lines.${index}`}
          open={delivery.lines.length === 1}
          answer={answer}
        />
      ))}
    </div>
  );
}
