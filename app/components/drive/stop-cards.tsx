import { MapPin, PenLine, Phone } from "lucide-react";
import { Form } from "#app/components/layout/router.ts";
import { StopNotes } from "#app/components/runs/stop-list.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatDateTime } from "#app/domain/dates.ts";
import type { RunStop } from "#app/domain/runs/get.server.ts";
import type { RunBox } from "#app/domain/runs/list-boxes.server.ts";
import { validityOfPass } from "#app/domain/runs/validity.ts";
import type { Where } from "#app/domain/where.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { BoxesLeft } from "./boxes-left.tsx";
import { type LastScan, ScanForm } from "./scan-form.tsx";
import { WhereFields } from "./where-fields.tsx";

export interface StopCard {
  stop: RunStop;
  boxes: RunBox[];
  requestId: string;
  last: LastScan | null;
  place: Where | null;
}

/** Where to next: the address, whom to call, which pass to show, and the button for being there. */
export function NextCard(props: StopCard & { now: Date }) {
  const { stop, requestId, place, now } = props;
  const { runs, drive: words } = useMessages();
  const locale = useLocale();
  const isPoint = stop.kind === "hand_over_point";
  return (
    <section className="pad" aria-labelledby="next">
      <h2 id="next" className="text-ink-2">
        {runs.detail.next} · {runs.detail.stop(stop.n)} ·{" "}
        {runs.detail.arrivesAt(formatDateTime(stop.arrivesAt, locale))}
      </h2>
      <Address stop={stop} />
      <p>{runs.boxes(stop.boxes)}</p>
      <StopNotes stop={stop} />
      <Pass stop={stop} now={now} />
      <Call stop={stop} />
      {isPoint && <HandOver {...props} hint={words.pointHint} />}
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="arrive" />
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="n" value={stop.n} />
        <WhereFields place={place} />
        <Button tone="go" size="big" icon={MapPin}>
          {isPoint ? words.allHandedOver(stop.n) : runs.detail.arrive(stop.n)}
        </Button>
      </Form>
    </section>
  );
}

/** At the door now: box by box to the receiver, who then signs on this very phone. */
export function HereCard(props: StopCard) {
  const { stop } = props;
  const words = useMessages().drive;
  return (
    <section className="pad" aria-labelledby="here">
      <h2 id="here" className="text-ok">
        {words.here}
      </h2>
      <Address stop={stop} />
      <StopNotes stop={stop} />
      <HandOver {...props} hint={words.handOverHint} />
      <LinkButton tone="go" size="big" icon={PenLine} href={`/q/${stop.code}`} document>
        {words.sign}
      </LinkButton>
      <p className="hint">{words.signHint}</p>
      <Call stop={stop} />
    </section>
  );
}

function Address({ stop }: { stop: RunStop }) {
  const { detail } = useMessages().runs;
  const isPoint = stop.kind === "hand_over_point";
  return (
    <div>
      <p className="text-title leading-tight font-bold">{isPoint ? stop.address : stop.site}</p>
      <p>
        {stop.township} {!isPoint && stop.address}
      </p>
      {isPoint && <p>{detail.pointOf(stop.site)}</p>}
    </div>
  );
}

function Call({ stop }: { stop: RunStop }) {
  const { detail } = useMessages().runs;
  if (!stop.contactPhone) return null;
  return (
    <LinkButton
      size="mid"
      icon={Phone}
      href={`tel:${stop.contactPhone}`}
      document
      className="whitespace-normal"
    >
      {stop.contactName ? detail.call(stop.contactName) : detail.callSite} {stop.contactPhone}
    </LinkButton>
  );
}

/** What to show at a checkpoint on the way there, and until when it holds. */
function Pass({ stop: { pass }, now }: { stop: RunStop; now: Date }) {
  const { drive: words, runs } = useMessages();
  const locale = useLocale();
  if (pass === null) return <p className="font-semibold text-bad">{words.noPass}</p>;
  const validity = validityOfPass(pass, now);
  const tone = validity === "over" ? "bad" : validity === "valid" ? "ok" : "warn";
  return (
    <p>
      {words.pass} <b className="code">{pass.number}</b> {pass.issuer}
      <br />
      {words.passUntil(formatDateTime(pass.validTo, locale))}{" "}
      <Tag tone={tone}>{runs.passes.states[validity]}</Tag>
    </p>
  );
}

function HandOver(props: StopCard & { hint: string }) {
  const { stop, boxes, requestId, last, place, hint } = props;
  const { runs, drive: words } = useMessages();
  if (boxes.length === 0) return null;
  const left = boxes.filter(({ handedOn }) => !handedOn);
  return (
    <div className="grid gap-2">
      <p className="font-semibold">{runs.detail.handedOn(boxes.length - left.length, boxes.length)}</p>
      {left.length > 0 && (
        <>
          <p className="hint">{hint}</p>
          <ScanForm
            intent="hand-on"
            n={stop.n}
            requestId={requestId}
            last={last}
            place={place}
            label={words.code}
            button={runs.detail.handOn}
          />
          <BoxesLeft boxes={left} label={words.notHandedOver} />
        </>
      )}
    </div>
  );
}
