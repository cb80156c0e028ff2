import { Clock3 } from "lucide-react";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { type Clock, hoursOf, type StepOnClock } from "#app/domain/clocks/clock.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const looks: Partial<Record<StepOnClock["state"], string>> = { done: "done", now: "now", late: "late" };

/** The five steps from a need to a signature: how long each took, or how long is left. `now` comes from the loader. */
export function ClockSteps({ clock, now }: { clock: Clock; now: Date }) {
  const words = useMessages().clocks;
  return (
    <ol className="clock" aria-label={words.label}>
      {clock.steps.map((each) => (
        <li
          key={each.step}
          className={looks[each.state]}
          aria-current={each.step === clock.step ? "step" : undefined}
        >
          {words.steps[each.step]}
          <br />
          <StepTime each={each} clock={clock} now={now} />
        </li>
      ))}
    </ol>
  );
}

function StepTime({ each, clock, now }: { each: StepOnClock; clock: Clock; now: Date }) {
  const words = useMessages().clocks;
  switch (each.state) {
    case "done":
      return <>{each.took === null ? words.done : words.took(hoursOf(each.took))}</>;
    case "late":
      return <>{words.late(hoursOf(clock.lateBy))}</>;
    case "now":
      return <>{clock.due && words.now(hoursOf(+clock.due - +now))}</>;
    case "skipped":
      return <>{words.skipped}</>;
    case "ahead":
      return null;
  }
}

/** "还剩 3 小时" or "超时 2 小时": of what nobody waits for, nothing. */
export function ClockTag({ clock, now }: { clock: Clock; now: Date }) {
  const words = useMessages().clocks;
  if (clock.due === null) return null;
  if (clock.lateBy > 0) return <Tag tone="bad">{words.late(hoursOf(clock.lateBy))}</Tag>;
  const left = hoursOf(+clock.due - +now);
  return (
    <Tag tone={left < SOON ? "warn" : "ok"} icon={Clock3}>
      {words.now(left)}
    </Tag>
  );
}

const SOON = 6;

/** Whom it waits for and until when, in one line. */
export function WaitingFor({ clock }: { clock: Clock }) {
  const words = useMessages().clocks;
  if (clock.holder === null) return null;
  return (
    <p className="text-small text-ink-2">
      {words.waitingFor} <b>{words.holders[clock.holder]}</b>
      {clock.due && (
        <>
          {" · "}
          {words.due} <DateTime at={clock.due} />
        </>
      )}
    </p>
  );
}
