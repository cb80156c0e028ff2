import { Check, MapPin, Truck } from "lucide-react";
import type { ReactNode } from "react";
import { Form } from "#app/components/layout/router.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import type { Run, RunStop } from "#app/domain/runs/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What this person may do with a run. */
export interface RunRights {
  leave: boolean;
  drive: boolean;
  plan: boolean;
}

interface Acting {
  run: Run;
  can: RunRights;
  requestId: string;
}

const LEAVING = "leaving";

/**
 * Leave, or be back: the one that moves it on, large enough for a thumb. `refused`: it did not leave, so the way out is
 * offered.
 */
export function RunActs({ run, can, requestId, refused }: Acting & { refused: boolean }) {
  const { detail: words } = useMessages().runs;
  const blocked = run.stops.filter(({ problems }) => problems.length > 0).length;
  if (run.status === "planned" && can.leave) {
    return (
      <div className="grid gap-2">
        {blocked > 0 && <Note tone="bad">{words.blocked(blocked)}</Note>}
        <OneButton id={LEAVING} intent="leave" requestId={requestId}>
          {refused && (
            <label className="check mb-2">
              <input type="checkbox" name="leaveBehind" value="true" />
              {words.leaveBehind}
            </label>
          )}
          <Button tone="primary" size="big" icon={Truck}>
            {words.leave}
          </Button>
        </OneButton>
        <p className="text-small text-ink-2">{words.leaveHint}</p>
      </div>
    );
  }
  if (run.status === "on_road" && can.drive && run.stops.every((stop) => !isOpen(stop))) {
    return (
      <OneButton intent="finish" requestId={requestId}>
        <Button tone="go" size="big" icon={Check}>
          {words.finish}
        </Button>
      </OneButton>
    );
  }
  return null;
}

/** At one stop: leave it out, say that the vehicle is there, or plan the way on from a hand-over point. */
export function StopAct({ run, can, requestId, stop }: Acting & { stop: RunStop }) {
  const { detail: words } = useMessages().runs;
  if (run.status === "planned" && can.leave && stop.problems.length > 0) {
    return (
      <label className="check">
        <input type="checkbox" form={LEAVING} name="without[]" value={stop.n} />
        {words.without(stop.n)}
      </label>
    );
  }
  if (run.status === "on_road" && can.drive && isOpen(stop)) {
    return <ArriveButton stop={stop} requestId={requestId} tone="plain" />;
  }
  return null;
}

/** The vehicle is there. */
export function ArriveButton(props: { stop: RunStop; requestId: string; tone: "go" | "plain" }) {
  const { detail: words } = useMessages().runs;
  const { stop, requestId, tone } = props;
  return (
    <OneButton intent="arrive" requestId={requestId}>
      <input type="hidden" name="n" value={stop.n} />
      <Button tone={tone} size={tone === "go" ? "big" : "mid"} icon={MapPin} className="desk:w-auto">
        {words.arrive(stop.n)}
      </Button>
    </OneButton>
  );
}

/** At a hand-over point: box by box to the next vehicle, by scanner or by typing; and how many have been. */
export function HandOnForm({ stop, requestId }: { stop: RunStop; requestId: string }) {
  const { detail: words } = useMessages().runs;
  if (stop.kind !== "hand_over_point" || stop.labelled === 0) return null;
  return (
    <OneButton intent="hand-on" requestId={requestId}>
      <input type="hidden" name="n" value={stop.n} />
      <p className="font-semibold">{words.handedOn(stop.handedOn, stop.labelled)}</p>
      <p className="text-small text-ink-2">{words.handOnHint}</p>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <label className="grid gap-1">
          {words.handOnCode}
          <input
            key={stop.handedOn}
            className="input code"
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </label>
        <Button size="mid" className="desk:w-auto">
          {words.handOn}
        </Button>
      </div>
    </OneButton>
  );
}

/** A way on for what this run leaves at hand-over points. */
export function SecondLeg({ run, can }: { run: Run; can: RunRights }) {
  const { detail: words } = useMessages().runs;
  const handed = run.stops.filter(
    ({ kind, deliveryStatus }) =>
      kind === "hand_over_point" && deliveryStatus !== "confirmed" && deliveryStatus !== "cancelled",
  );
  if (!can.plan || handed.length === 0 || run.status === "cancelled") return null;
  const chosen = new URLSearchParams([
    ["warehouse", run.warehouseId],
    ...handed.map(({ deliveryId }) => ["delivery", deliveryId]),
    ["step", "times"],
  ]);
  return <LinkButton href={`/desk/runs/new?${chosen}`}>{words.secondLeg}</LinkButton>;
}

/** The vehicle has not been there, and nobody signed or called it off meanwhile. */
export const isOpen = ({ arrivedAt, deliveryStatus }: RunStop): boolean =>
  arrivedAt === null && deliveryStatus !== "confirmed" && deliveryStatus !== "cancelled";

function OneButton(props: { id?: string; intent: string; requestId: string; children: ReactNode }) {
  return (
    <Form method="post" id={props.id}>
      <input type="hidden" name="intent" value={props.intent} />
      <input type="hidden" name="requestId" value={props.requestId} />
      {props.children}
    </Form>
  );
}
