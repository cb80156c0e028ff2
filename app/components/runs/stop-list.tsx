import { MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { StatusTag } from "#app/components/deliveries/status-tag.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatDateTime } from "#app/domain/dates.ts";
import type { Run, RunStop } from "#app/domain/runs/get.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { ProblemList } from "./problem-list.tsx";

/** The stops in order, each with what the driver must know; `act` is what can be done at one. */
export function StopList({ run, act }: { run: Run; act: (stop: RunStop) => ReactNode }) {
  return (
    <ol>
      {run.stops.map((stop) => (
        <li key={stop.n} className="grid gap-2 border-b border-line px-4 py-4 last:border-0">
          <StopHead stop={stop} />
          <StopFacts stop={stop} />
          {run.status === "planned" && <ProblemList problems={stop.problems} arrivesAt={stop.arrivesAt} />}
          {act(stop)}
        </li>
      ))}
    </ol>
  );
}

function StopHead({ stop }: { stop: RunStop }) {
  const { detail: words } = useMessages().runs;
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h3 className="text-lead font-bold">
        {words.stop(stop.n)} · {stop.township}
      </h3>
      <span className="whitespace-nowrap">
        {stop.arrivedAt
          ? words.arrivedAt(formatDateTime(stop.arrivedAt, locale))
          : words.arrivesAt(formatDateTime(stop.arrivesAt, locale))}
      </span>
      {stop.kind === "hand_over_point" && (
        <Tag tone="warn" icon={MapPin}>
          {words.point}
        </Tag>
      )}
      {stop.deliveryStatus !== "planned" && <StatusTag status={stop.deliveryStatus} />}
    </div>
  );
}

function StopFacts({ stop }: { stop: RunStop }) {
  const words = useMessages().runs;
  const { detail } = words;
  const isPoint = stop.kind === "hand_over_point";
  return (
    <div className="grid gap-1">
      <p>
        {isPoint ? stop.address : <b>{stop.site}</b>} {!isPoint && stop.address}
      </p>
      {isPoint && <p className="text-ink-2">{detail.pointOf(stop.site)}</p>}
      {stop.takenOverAt && <p>{detail.takenOver(stop.takenOverAt)}</p>}
      <p>
        {words.boxes(stop.boxes)} ·{" "}
        <Link to={`/desk/deliveries/${stop.deliveryId}`}>
          <Code>{stop.delivery}</Code>
        </Link>
      </p>
      <StopNotes stop={stop} />
      {!isPoint && (stop.contactName ?? stop.contactPhone) && (
        <p>
          {detail.contact} {stop.contactName}{" "}
          {stop.contactPhone && <a href={`tel:${stop.contactPhone}`}>{stop.contactPhone}</a>}
        </p>
      )}
    </div>
  );
}

/** Receiving hours and what to know about unloading. */
export function StopNotes({ stop }: { stop: RunStop }) {
  const { detail } = useMessages().runs;
  const { receivesFrom: from, receivesTo: to, unloading } = stop;
  return (
    <>
      {(from ?? to) && (
        <p>
          {detail.hours} {from ?? "0:00"}—{to ?? "24:00"}
        </p>
      )}
      {unloading && (
        <p>
          {detail.unloading} {unloading}
        </p>
      )}
    </>
  );
}
