import { Code } from "#app/components/ui/code.tsx";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { formatCode } from "#app/domain/code.ts";
import type { Delivery } from "#app/domain/deliveries/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Where to and from, and what is on the label. */
export function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const { deliveries, places } = useMessages();
  const { detail: words, create } = deliveries;
  const contact = [delivery.contactName, delivery.contactPhone].filter(Boolean).join(" ");
  return (
    <Panel title={words.to} note={places.siteKinds[delivery.siteKind]} padded>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-desk">
        <dt className="text-ink-2">{words.to}</dt>
        <dd>
          <b>{delivery.site}</b>
          <br />
          {delivery.township} {delivery.address}
        </dd>
        {contact && (
          <>
            <dt className="text-ink-2">{words.contact}</dt>
            <dd>{contact}</dd>
          </>
        )}
        <dt className="text-ink-2">{words.from}</dt>
        <dd>{delivery.warehouse}</dd>
        <dt className="text-ink-2">{words.boxes}</dt>
        <dd>{deliveries.boxes(delivery.boxes)}</dd>
        <dt className="text-ink-2">{create.plannedOn}</dt>
        <dd>
          <CivilDate on={delivery.plannedOn} year />
        </dd>
        <dt className="text-ink-2">{words.code}</dt>
        <dd>
          <Code>{formatCode(delivery.code)}</Code>
          <br />
          <a href={`/q/${delivery.code}`}>{words.receipt}</a>
        </dd>
        {delivery.note && (
          <>
            <dt className="text-ink-2">{words.note}</dt>
            <dd>{delivery.note}</dd>
          </>
        )}
      </dl>
    </Panel>
  );
}
