import { PackageCheck } from "lucide-react";
import { packOf } from "#app/components/stock/lot-facts.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { formatDate, formatDateTime } from "#app/domain/dates.ts";
import type { Coming } from "#app/domain/deliveries/to-site.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** What is on its way to the site: when, what, and with which PIN it is signed for. */
export function ComingList({ coming }: { coming: Coming[] }) {
  const { own: words } = useMessages().sites;
  if (coming.length === 0) return <p>{words.comingNone}</p>;
  return (
    <ul>
      {coming.map((delivery) => (
        <li className="line grid gap-2" key={delivery.number}>
          <When delivery={delivery} />
          <ul>
            {delivery.lines.map((line) => (
              <li key={line.n}>
                {line.item}{" "}
                <Pack quantity={line.quantity - line.partly} unit={line.unit} pack={packOf(line)} />
              </li>
            ))}
          </ul>
          {delivery.lines.some(({ partly }) => partly > 0n) && <p className="hint">{words.rest}</p>}
          <p className="text-ink-2">
            <Code>{delivery.number}</Code> · {words.boxes(delivery.boxes)}
          </p>
          <Pin delivery={delivery} />
        </li>
      ))}
    </ul>
  );
}

function When({ delivery }: { delivery: Coming }) {
  const { own: words } = useMessages().sites;
  const locale = useLocale();
  const { dispatchedAt, arrivesAt, plannedOn } = delivery;
  return (
    <h3>
      {dispatchedAt === null
        ? words.planned(formatDate(plannedOn, locale))
        : words.onRoad(formatDateTime(dispatchedAt, locale))}
      {arrivesAt !== null && <> · {words.arrives(formatDateTime(arrivesAt, locale))}</>}
    </h3>
  );
}

function Pin({ delivery }: { delivery: Coming }) {
  const { own: words } = useMessages().sites;
  return (
    <>
      <p>
        {words.pin} <b className="text-lead tabular-nums">{delivery.pin}</b>
        <span className="hint block">{words.pinHint}</span>
      </p>
      {delivery.status === "dispatched" ? (
        <LinkButton href={`/q/${delivery.code}`} tone="go" size="mid" icon={PackageCheck} document>
          {words.confirm}
        </LinkButton>
      ) : (
        <p className="hint">{words.notYet}</p>
      )}
    </>
  );
}
