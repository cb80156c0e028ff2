import { Check, Phone } from "lucide-react";
import { Note } from "#app/components/ui/note.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { formatDateTime } from "#app/domain/dates.ts";
import type { Run } from "#app/domain/runs/get.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { ArriveButton, HandOnForm, isOpen } from "./run-acts.tsx";
import { StopNotes } from "./stop-list.tsx";

/** For the driver's phone: where to next, whom to call, what to know, and the button for being there. */
export function NextStop(props: { run: Run; mayDrive: boolean; requestId: string }) {
  const words = useMessages().runs;
  const { detail } = words;
  const locale = useLocale();
  const { run, mayDrive, requestId } = props;
  if (run.status !== "on_road") return null;
  const stop = run.stops.find(isOpen);
  if (!stop) {
    return (
      <Note tone="ok" icon={Check}>
        {detail.allDone}
      </Note>
    );
  }
  const isPoint = stop.kind === "hand_over_point";
  return (
    <section className="panel grid gap-4 p-4" aria-labelledby="next-stop">
      <div className="grid gap-1">
        <h2 id="next-stop" className="text-desk font-semibold text-ink-2">
          {detail.next} · {detail.stop(stop.n)} · {detail.arrivesAt(formatDateTime(stop.arrivesAt, locale))}
        </h2>
        <p className="text-title font-bold">{isPoint ? stop.address : stop.site}</p>
        <p className="text-lead">
          {stop.township} {!isPoint && stop.address}
        </p>
        {isPoint && <p>{detail.pointOf(stop.site)}</p>}
        <p>{words.boxes(stop.boxes)}</p>
        <StopNotes stop={stop} />
      </div>
      <div className="flex flex-wrap gap-3">
        {stop.contactPhone && (
          <LinkButton
            size="big"
            className="desk:w-auto"
            icon={Phone}
            href={`tel:${stop.contactPhone}`}
            document
          >
            {stop.contactName ? detail.call(stop.contactName) : detail.callSite}
          </LinkButton>
        )}
        {mayDrive && <ArriveButton stop={stop} requestId={requestId} tone="go" />}
      </div>
      {mayDrive && <HandOnForm stop={stop} requestId={requestId} />}
    </section>
  );
}
