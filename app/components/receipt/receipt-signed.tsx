import { Check, Info } from "lucide-react";
import { Note } from "#app/components/ui/note.tsx";
import { Sum, type SumRow } from "#app/components/ui/sum.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { formatDateTime } from "#app/domain/dates.ts";
import type { DoorDelivery, DoorLine } from "#app/domain/deliveries/find-by-code.server.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { CallSender } from "./call-sender.tsx";
import { ReceiptPhotos } from "./receipt-photos.tsx";

/**
 * What was confirmed: to the one who signed (`justNow`), to one who counted differently after somebody else had signed
 * (`reported`), or to whoever opens the label again.
 */
export function ReceiptSigned(props: {
  delivery: DoorDelivery;
  justNow: boolean;
  reported: boolean;
  /** The request that signed, where this is its page, and an id for the photo it may add. */
  signing: { id: string; photoId: string } | null;
}) {
  const { delivery, justNow, reported, signing } = props;
  const words = useMessages().receipt;
  const locale = useLocale();
  const at = delivery.confirmedAt === null ? "" : formatDateTime(delivery.confirmedAt, locale);
  const who = words.alreadySignedBy(delivery.signedBy ?? "", at);
  const said = delivery.lines.some(differs) ? words.signedDiffers : words.signedAll(delivery.boxes);
  const Mark = justNow ? Check : Info;
  return (
    <>
      <div className={justNow ? "result result-ok" : "result result-known"} role="status">
        <div className="mark">
          <Mark aria-hidden />
        </div>
        <h1>{justNow ? words.signed : reported ? words.reported : words.alreadySigned}</h1>
        <p>{justNow ? said : reported ? words.reportedText(delivery.signedBy ?? "") : who}</p>
      </div>
      <div className="pad">
        <h2>{delivery.site}</h2>
        <p>
          <Code>{delivery.number}</Code>
          <br />
          {justNow ? who : words.recorded(said)}
        </p>
        <ul>
          {delivery.lines.map((line) => (
            <li className="line" key={line.n}>
              <SignedLine line={line} />
            </li>
          ))}
        </ul>
        {justNow && <Note tone="ok">{words.seen}</Note>}
        {!justNow && !reported && <p>{words.notTheSame}</p>}
        {!reported && !delivery.locked && (
          <p>
            <a className="btn btn-mid" href={`/q/${delivery.code}?lines=1`}>
              {justNow ? words.mistake : words.seeDifferent}
            </a>
          </p>
        )}
        <p>
          <a className="btn btn-mid" href={`/q/${delivery.code}/receipt.pdf`}>
            {words.receiptFile}
          </a>
        </p>
        {signing && <ReceiptPhotos delivery={delivery} signing={signing} />}
        <p>{words.askSender(delivery.organization)}</p>
        <CallSender hotline={delivery.hotline} />
      </div>
    </>
  );
}

const differs = ({ short, damaged, extra }: DoorLine): boolean =>
  (short ?? 0n) + (damaged ?? 0n) + (extra ?? 0n) > 0n;

function SignedLine({ line }: { line: DoorLine }) {
  const { receipt: words, deliveries } = useMessages();
  const { quantity, unit, short, damaged, extra } = line;
  const rows: SumRow[] = [
    { label: words.sum.sent, value: quantity },
    { op: "−", label: words.sum.short, value: short ?? 0n, tone: "bad" },
    { op: "−", label: words.sum.damaged, value: damaged ?? 0n, tone: "bad" },
  ];
  return (
    <>
      <h3>{line.item}</h3>
      <Sum
        label={line.item}
        rows={rows.filter(({ op, value }) => op === undefined || value > 0n)}
        total={{ label: words.sum.good, value: line.good ?? 0n }}
        measure={{ kind: "quantity", unit }}
      />
      {line.reason && (
        <p>
          {line.remark
            ? words.reason(deliveries.reasons[line.reason], line.remark)
            : deliveries.reasons[line.reason]}
        </p>
      )}
      {extra !== null && extra > 0n && (
        <Note tone="warn">{words.sum.extra(formatQuantity(extra, unit))}</Note>
      )}
    </>
  );
}
