import { Truck } from "lucide-react";
import { Form } from "#app/components/layout/router.ts";
import { ProblemList } from "#app/components/runs/problem-list.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import type { Run, RunStop } from "#app/domain/runs/get.server.ts";
import type { RunBox } from "#app/domain/runs/list-boxes.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { BoxesLeft } from "./boxes-left.tsx";
import { type LastScan, ScanForm } from "./scan-form.tsx";

/** Before it leaves: every box onto the vehicle, the last stop's first, and what is missing for a stop. */
export function Loading(props: {
  run: Run;
  boxes: RunBox[];
  mayLeave: boolean;
  requestId: string;
  last: LastScan | null;
}) {
  const { run, boxes, mayLeave, requestId, last } = props;
  const { drive: words, runs } = useMessages();
  const { leaveBehind } = runs.detail;
  const blocked = run.stops.filter(({ problems }) => problems.length > 0);
  const left = boxes.filter(({ loaded }) => !loaded).length;
  return (
    <>
      <section className="pad" aria-labelledby="loading">
        <h2 id="loading">{words.loading}</h2>
        {boxes.length > 0 && (
          <>
            <p>{words.loadHint}</p>
            <ScanForm
              intent="load"
              requestId={requestId}
              last={last}
              place={null}
              label={words.code}
              button={words.load}
            />
          </>
        )}
        <ol className="grid gap-4">
          {run.stops.toReversed().map((stop) => (
            <li key={stop.n} className="grid gap-1">
              <StopToLoad stop={stop} boxes={boxes.filter(({ n }) => n === stop.n)} />
            </li>
          ))}
        </ol>
      </section>
      <div className="dock">
        {blocked.length > 0 ? (
          <LinkButton href={`/desk/runs/${run.id}`} size="mid">
            {words.whatIsMissing}
          </LinkButton>
        ) : mayLeave ? (
          <Form method="post">
            <input type="hidden" name="intent" value="leave" />
            <input type="hidden" name="requestId" value={requestId} />
            {left > 0 && left < boxes.length && (
              <label className="check mb-2">
                <input type="checkbox" name="leaveBehind" value="true" />
                {leaveBehind}
              </label>
            )}
            <Button tone="primary" size="big" icon={Truck}>
              {words.leave}
            </Button>
          </Form>
        ) : (
          <p>{left > 0 ? words.loadFirst : words.askToLeave}</p>
        )}
      </div>
    </>
  );
}

function StopToLoad({ stop, boxes }: { stop: RunStop; boxes: RunBox[] }) {
  const { drive: words, runs } = useMessages();
  const loaded = boxes.filter((box) => box.loaded).length;
  return (
    <>
      <h3 className="font-bold">
        {runs.detail.stop(stop.n)} · {stop.kind === "door" ? stop.site : stop.address}
      </h3>
      {boxes.length === 0 ? (
        <p>{words.unlabelled(stop.boxes)}</p>
      ) : (
        <p>{words.loadedOf(loaded, boxes.length)}</p>
      )}
      <BoxesLeft boxes={boxes.filter((box) => !box.loaded)} label={words.notLoaded} />
      {stop.problems.length > 0 && <ProblemList problems={stop.problems} arrivesAt={stop.arrivesAt} />}
      {boxes.length > 0 && loaded === boxes.length && <Note tone="ok">{words.allLoaded}</Note>}
    </>
  );
}
