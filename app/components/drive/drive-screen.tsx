import { Truck, Undo2 } from "lucide-react";
import { Form, Link } from "#app/components/layout/router.ts";
import { PhoneLayout } from "#app/components/layout/phone-layout.tsx";
import { isOpen } from "#app/components/runs/run-acts.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { formatCode } from "#app/domain/code.ts";
import { formatDateTime } from "#app/domain/dates.ts";
import type { Run, RunStop } from "#app/domain/runs/get.server.ts";
import type { RunBox } from "#app/domain/runs/list-boxes.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { Loading } from "./loading.tsx";
import type { LastScan } from "./scan-form.tsx";
import { HereCard, NextCard } from "./stop-cards.tsx";
import { useWhere } from "./use-where.ts";
import { WhereSwitch } from "./where-fields.tsx";

/** What just happened: a box, an arrival, or what was refused. */
export interface Happened {
  said: "loaded" | "handed-on" | "undone" | "arrived" | "left" | null;
  code: string | null;
  /** The request that did it, by which a box may be taken back. */
  eventId: string | null;
  refused: string | null;
  /** The code that was refused. */
  typed: string;
}

interface Driven {
  run: Run;
  boxes: RunBox[];
  can: { leave: boolean };
  now: Date;
  requestId: string;
  happened: Happened;
  /** The stop the driver asked to see, though another waits to be signed for. */
  asked: number | null;
}

/** A run on the phone of whoever drives it: load it, where to next, hand over, have it signed. */
export function DriveScreen(props: Driven & { largeText: boolean }) {
  const { run, largeText, happened } = props;
  const { runs, drive: words } = useMessages();
  return (
    <PhoneLayout
      largeText={largeText}
      overline={<Link to={`/desk/runs/${run.id}`}>{words.wholeRun}</Link>}
      head={
        <>
          <h1>{runs.detail.title(run.number)}</h1>
          <p>
            {run.plate} · {run.driver}
          </p>
        </>
      }
    >
      <What happened={happened} requestId={props.requestId} />
      {run.status === "planned" ? (
        <Loading {...props} mayLeave={props.can.leave} last={lastOf(happened)} />
      ) : run.status === "on_road" ? (
        <OnRoad {...props} />
      ) : (
        <div className="pad">
          <Note>{runs.statuses[run.status]}</Note>
        </div>
      )}
    </PhoneLayout>
  );
}

function OnRoad({ run, boxes, now, requestId, happened, asked }: Driven) {
  const { runs, drive: words } = useMessages();
  const locale = useLocale();
  const where = useWhere();
  const standing = standingAt(run.stops);
  const [next, ...later] = run.stops.filter(isOpen);
  // One stop at a time: a scan must mean one thing.
  const here = next && asked === next.n ? undefined : standing;
  const last = lastOf(happened);
  const card = (stop: RunStop) => ({
    stop,
    boxes: boxes.filter(({ n }) => n === stop.n),
    requestId,
    last,
    place: where.place,
  });
  return (
    <>
      {here && <HereCard {...card(here)} />}
      {here && <hr className="rule" />}
      {!next && <AllDone run={run} requestId={requestId} />}
      {next && !here && <NextCard {...card(next)} now={now} />}
      {next && here && (
        <OtherStop stop={next} label={runs.detail.next} href={`/desk/runs/${run.id}/drive?stop=${next.n}`} />
      )}
      {standing && !here && (
        <>
          <hr className="rule" />
          <OtherStop stop={standing} label={words.unsigned} href={`/desk/runs/${run.id}/drive`} />
        </>
      )}
      <hr className="rule" />
      <section className="pad">
        <WhereSwitch where={where} />
        {later.length > 0 && <h2>{words.later}</h2>}
        <ol className="grid gap-2">
          {later.map((stop) => (
            <li key={stop.n}>
              {runs.detail.stop(stop.n)} · <b>{stop.kind === "door" ? stop.site : stop.address}</b>
              <br />
              {stop.township} · {runs.detail.arrivesAt(formatDateTime(stop.arrivesAt, locale))}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** The way to the stop that is not in hand now. */
function OtherStop({ stop, label, href }: { stop: RunStop; label: string; href: string }) {
  const { detail } = useMessages().runs;
  return (
    <section className="pad">
      <h2 className="text-ink-2">{label}</h2>
      <p>
        {detail.stop(stop.n)} · <b>{stop.kind === "door" ? stop.site : stop.address}</b> · {stop.township}
      </p>
      <LinkButton href={href} size="mid" icon={Truck}>
        {detail.stop(stop.n)}
      </LinkButton>
    </section>
  );
}

/** The door the vehicle came to last, as long as nobody signed there; a hand-over point is done with on arriving. */
function standingAt(stops: readonly RunStop[]): RunStop | undefined {
  const arrived = stops.filter(({ arrivedAt }) => arrivedAt !== null);
  const last = arrived.toSorted((a, b) => +a.arrivedAt! - +b.arrivedAt!).at(-1);
  return last?.kind === "door" && last.deliveryStatus === "dispatched" ? last : undefined;
}

function AllDone({ run, requestId }: { run: Run; requestId: string }) {
  const { detail } = useMessages().runs;
  return (
    <section className="pad">
      <Note tone="ok">{detail.allDone}</Note>
      {run.stops.every((stop) => !isOpen(stop)) && (
        <Form method="post">
          <input type="hidden" name="intent" value="finish" />
          <input type="hidden" name="requestId" value={requestId} />
          <Button size="mid">{detail.finish}</Button>
        </Form>
      )}
    </section>
  );
}

/** In words, and for a box the way back. */
function What({ happened, requestId }: { happened: Happened; requestId: string }) {
  const { runs, drive: words } = useMessages();
  const { said, code, eventId, refused } = happened;
  if (refused !== null) {
    return (
      <div className="pad">
        <Note tone="bad" live>
          {refused}
        </Note>
      </div>
    );
  }
  if (said === null) return null;
  const shown = formatCode(code ?? "");
  const sentences = {
    loaded: words.loaded(shown),
    "handed-on": words.handedOver(shown),
    undone: words.undone,
    arrived: runs.detail.arrived,
    left: runs.detail.left,
  };
  return (
    <div className="pad">
      <Note tone="ok" live>
        {sentences[said]}
        {eventId !== null && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="requestId" value={requestId} />
            <input type="hidden" name="eventId" value={eventId} />
            <Button name="intent" value="undo" icon={Undo2}>
              {words.undo}
            </Button>
          </Form>
        )}
      </Note>
    </div>
  );
}

function lastOf({ said, eventId, refused, typed }: Happened): LastScan | null {
  if (refused !== null) return { kind: "wrong", id: eventId ?? refused, typed };
  return said !== null && eventId !== null ? { kind: "right", id: eventId, typed: "" } : null;
}
