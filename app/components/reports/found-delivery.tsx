import { Check, Truck } from "lucide-react";
import type { ReactNode } from "react";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import type { FoundDelivery as Delivery } from "#app/domain/reports/found.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { FoundHead } from "./found-head.tsx";
import { KnownTime } from "./known-time.tsx";

const tones: Record<Delivery["status"], Tone> = {
  planned: "plain",
  dispatched: "out",
  confirmed: "ok",
  cancelled: "edge",
};

/** A delivery's steps and what was signed for. */
export function FoundDelivery({ delivery }: { delivery: Delivery }) {
  const words = useMessages().reports.find.delivery;
  const short = delivery.lines.some((line) => line.short + line.damaged > 0n);
  return (
    <article className="sheet grid grid-cols-1 gap-4">
      <FoundHead found={delivery}>
        <Tag tone={short ? "bad" : tones[delivery.status]}>{words[delivery.status]}</Tag>
      </FoundHead>
      <p>
        {words.to}{" "}
        <b lang="zh-CN">
          {delivery.township} · {delivery.site}
        </b>
      </p>
      <Steps delivery={delivery} />
      <Lines lines={delivery.lines} />
    </article>
  );
}

function Steps({ delivery }: { delivery: Delivery }) {
  const { find, cells } = useMessages().reports;
  const words = find.delivery;
  return (
    <ol className="path">
      <Step done label={words.packedOn}>
        <CivilDate on={delivery.plannedOn} year />
      </Step>
      <Step done={delivery.dispatchedAt !== null} label={words.dispatchedAt}>
        {delivery.dispatchedAt && <KnownTime at={delivery.dispatchedAt} year />}
      </Step>
      {delivery.cancelledAt ? (
        <Step done label={words.cancelled}>
          <KnownTime at={delivery.cancelledAt} year />
        </Step>
      ) : (
        <Step done={delivery.confirmedAt !== null} label={words.confirmedAt}>
          {delivery.confirmedAt && <KnownTime at={delivery.confirmedAt} year />}
          {delivery.receiverPost && <span className="sub">{words.by(delivery.receiverPost)}</span>}
        </Step>
      )}
      {delivery.handedOn && (
        <Step done label={words.handedOn}>
          <CivilDate on={delivery.handedOn} year />
          <span className="sub">{cells.households(delivery.households, delivery.people)}</span>
        </Step>
      )}
    </ol>
  );
}

function Step({ done, label, children }: { done: boolean; label: string; children: ReactNode }) {
  return (
    <li>
      <span className={done ? "dot" : "dot next"}>
        {done ? <Check aria-hidden /> : <Truck aria-hidden />}
      </span>
      <b>{label}</b>
      {children}
    </li>
  );
}

/** On a phone too: what is missing or damaged has columns only where there is any. */
function Lines({ lines }: { lines: Delivery["lines"] }) {
  const { reports } = useMessages();
  const words = reports.find.delivery;
  const counted = lines.some((line) => line.good !== null);
  const parts = (["short", "damaged"] as const).filter((part) => lines.some((line) => line[part] > 0n));
  return (
    <Ledger
      narrow
      caption={words.what}
      columns={[
        { label: reports.columns.item },
        { label: words.sent, numeric: true },
        ...(counted ? [{ label: words.good, numeric: true }] : []),
        ...parts.map((part) => ({ label: words[part], numeric: true })),
      ]}
    >
      {lines.map((line, i) => (
        <tr key={i} className={line.short + line.damaged > 0n ? "wrong" : undefined}>
          <th scope="row" lang="zh-CN">
            {line.item}
          </th>
          {[line.quantity, ...(counted ? [line.good ?? 0n] : []), ...parts.map((part) => line[part])].map(
            (quantity, at) => (
              <td key={at} className="num">
                <Quantity quantity={quantity} unit={line.unit} />
              </td>
            ),
          )}
        </tr>
      ))}
    </Ledger>
  );
}
