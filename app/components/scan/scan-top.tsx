import { Check, ChevronLeft, Clock, TriangleAlert, WifiOff } from "lucide-react";
import { Link } from "#app/components/layout/router.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { minutesSince, shortTime } from "./clock.ts";
import type { StationState } from "./station-state.ts";

const DAY_MINUTES = 24 * 60;

/** Which warehouse, and what is not sent yet: always in view, since it is what a person must not forget. */
export function ScanTop(props: { warehouse: string; state: StationState; now: number; open: () => void }) {
  const { warehouse, state, now, open } = props;
  const words = useMessages().scan;
  const waiting = state.acts.filter((act) => act.state === "waiting");
  const refused = state.acts.filter((act) => act.state === "refused").length;
  const oldest = waiting[0];
  const old = oldest !== undefined && minutesSince(oldest.at, now) >= DAY_MINUTES;
  return (
    <header>
      {(state.link !== "sent" || old) && (
        <div className={old ? "scan-off scan-off-old" : "scan-off"} role="status">
          <WifiOff aria-hidden />
          {old ? words.oldOffline : strip(state.link, words)}
          {state.link === "signed_out" ? (
            <a href={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>
              {words.signIn}
            </a>
          ) : (
            waiting.length > 0 && (
              <button type="button" onClick={open}>
                {words.waiting(waiting.length)}
              </button>
            )
          )}
        </div>
      )}
      <div className="scan-top">
        <Link to="/desk" aria-label={`${words.back}: ${warehouse}`}>
          <ChevronLeft aria-hidden /> <span className="scan-name">{warehouse}</span>
        </Link>
        <button type="button" onClick={open}>
          {refused > 0 ? (
            <>
              <TriangleAlert aria-hidden className="scan-amber" /> {words.refusedCount(refused)}
            </>
          ) : oldest ? (
            <>
              <Clock aria-hidden /> {words.waiting(waiting.length)}
              <span className="scan-since">{words.oldest(shortTime(oldest.at))}</span>
            </>
          ) : (
            <>
              <Check aria-hidden /> {words.allSent}
            </>
          )}
        </button>
      </div>
    </header>
  );
}

type Words = ReturnType<typeof useMessages>["scan"];

function strip(link: StationState["link"], words: Words): string {
  if (link === "signed_out") return words.signedOut;
  return link === "unavailable" ? words.unavailable : words.offline;
}
