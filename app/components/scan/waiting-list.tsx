import { Check, Clock, TriangleAlert, Upload } from "lucide-react";
import { useState } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import type { KeptAct } from "#app/offline/act-shelf.ts";
import { minutesSince, shortTime } from "./clock.ts";
import type { ScanStation } from "./station.ts";
import type { StationState } from "./station-state.ts";

/** What this phone did that the server does not have, and what the server did not want: a person decides on that. */
export function WaitingList(props: {
  station: ScanStation;
  state: StationState;
  now: number;
  several: boolean;
  close: () => void;
}) {
  const { station, state, now, several, close } = props;
  const { list: words, ...more } = useMessages().scan;
  const waiting = state.acts.filter((act) => act.state === "waiting");
  const refused = state.acts.filter((act) => act.state === "refused");
  const [oldest] = waiting;
  const [note, setNote] = useState("");
  const refresh = async () => setNote((await station.refresh()) ? more.refreshed : more.refreshFailed);
  return (
    <section className="scan-waiting">
      <div className="scan-pad">
        <h2 tabIndex={-1} data-start>
          {waiting.length > 0 ? words.title(waiting.length) : words.none}
        </h2>
        {oldest && (
          <p className="scan-muted">{words.where(shortTime(oldest.at), minutesSince(oldest.at, now))}</p>
        )}
        {state.others > 0 && <p className="scan-amber">{more.othersWaiting(state.others)}</p>}
      </div>
      <ul className="scan-acts">
        {refused.map((act) => (
          <Refused key={act.requestId} act={act} station={station} />
        ))}
        {waiting.map((act) => (
          <li key={act.requestId}>
            <span className="scan-muted">
              <Clock aria-hidden />
            </span>
            <span>
              {act.label}
              <small>{shortTime(act.at)}</small>
            </span>
          </li>
        ))}
        {waiting.length + refused.length === 0 && (
          <li>
            <span className="scan-y">
              <Check aria-hidden />
            </span>
            <span>{more.allSent}</span>
          </li>
        )}
      </ul>
      <div className="scan-pad">
        {waiting.length > 0 && (
          <>
            <h3>{words.how}</h3>
            <p>{words.howText}</p>
          </>
        )}
        <Button type="button" size="mid" onClick={() => void refresh()}>
          {more.refresh}
        </Button>
        <p className="scan-muted">{station.known && more.asOf(shortTime(station.known.data.asOf))}</p>
        <p role="status">{note}</p>
        {several && (
          <p>
            <Link to="/desk/scan?choose">{more.chooseWarehouse}</Link>
          </p>
        )}
      </div>
      <div className="scan-dock">
        <Button type="button" onClick={close}>
          {words.close}
        </Button>
        {waiting.length > 0 && (
          <Button
            type="button"
            tone="primary"
            icon={Upload}
            aria-disabled={state.sending}
            onClick={() => void station.flush()}
          >
            {state.sending ? words.sending : words.send(waiting.length)}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Both facts side by side: what was done here, and what the server says to it. Nothing is overwritten. */
function Refused({ act, station }: { act: KeptAct; station: ScanStation }) {
  const words = useMessages().scan.list;
  return (
    <li className="scan-refused">
      <span className="scan-n">
        <TriangleAlert aria-hidden />
      </span>
      <details>
        <summary>
          <span>
            {act.label}
            <small>{shortTime(act.at)}</small>
          </span>
          <span className="btn">{words.look}</span>
        </summary>
        <p>{words.looking(act.error?.message ?? "")}</p>
        <p className="scan-muted">{words.dropNote}</p>
        <div className="scan-answers">
          <Button type="button" size="mid" onClick={() => void station.retry(act)}>
            {words.again}
          </Button>
          <Button type="button" size="mid" onClick={() => void station.drop(act)}>
            {words.drop}
          </Button>
        </div>
      </details>
    </li>
  );
}
