import { useEffect, useState, useSyncExternalStore } from "react";
import { SkipLink } from "#app/components/layout/skip-link.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { ScanWork } from "./scan-work.tsx";
import "./scan.css";
import type { ScanStation } from "./station.ts";
import { useStation } from "./use-station.ts";

/** The scan screen of one warehouse: dark, for one hand, readable at arm's length. */
export function ScanScreen(props: {
  warehouse: { id: string; name: string };
  owner: string;
  several: boolean;
}) {
  const { warehouse, owner, several } = props;
  const words = useMessages().scan;
  const station = useStation(warehouse.id, owner);
  return (
    <div className="scan">
      <SkipLink />
      <NoScript />
      {station === "noStore" ? (
        <Message title={words.noStore} text={words.noStoreHow} />
      ) : station === null ? (
        <Message title={words.loading} text="" />
      ) : (
        <Loaded station={station} warehouse={warehouse.name} several={several} />
      )}
    </div>
  );
}

function Loaded({
  station,
  warehouse,
  several,
}: {
  station: ScanStation;
  warehouse: string;
  several: boolean;
}) {
  const words = useMessages().scan;
  const state = useSyncExternalStore(station.subscribe, station.getState, station.getState);
  const now = useNow();
  if (state.phase === "loading") return <Message title={words.loading} text="" />;
  if (state.phase === "noList" || !station.known) {
    return (
      <Message title={words.noList} text={words.noListHow}>
        <Button type="button" tone="primary" size="mid" onClick={() => void station.start()}>
          {words.tryAgain}
        </Button>
      </Message>
    );
  }
  return (
    <ScanWork
      station={station}
      known={station.known}
      state={state}
      warehouse={warehouse}
      several={several}
      now={now}
    />
  );
}

/** The clock for "waiting for so many minutes"; it need not be exact. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Message(props: { title: string; text: string; children?: React.ReactNode }) {
  const words = useMessages().scan;
  return (
    <main id="main" className="scan-pad scan-message">
      <h1>{words.title}</h1>
      <p role="status">{props.title}</p>
      {props.text && <p className="scan-muted">{props.text}</p>}
      {props.children}
      <p>
        <a href="/desk">{words.back}</a>
      </p>
    </main>
  );
}

function NoScript() {
  const { noScript, noScriptLinks: links } = useMessages().scan;
  return (
    <noscript>
      <div className="scan-pad">
        <p>{noScript}</p>
        <ul>
          <li>
            <a href="/desk/consignments">{links.receive}</a>
          </li>
          <li>
            <a href="/desk/stock/put-away">{links.putAway}</a>
          </li>
          <li>
            <a href="/desk/deliveries">{links.deliveries}</a>
          </li>
          <li>
            <a href="/desk/stocktakes">{links.stocktakes}</a>
          </li>
        </ul>
      </div>
    </noscript>
  );
}
