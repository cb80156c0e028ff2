import { useEffect, useState } from "react";
import type { Where } from "#app/domain/where.ts";

const REMEMBERED = "jieli drive where";

/** Whether the phone's owner lets it say where it is, and where that is; `ready` once the page's script runs. */
export interface WhereChoice {
  ready: boolean;
  on: boolean;
  place: Where | null;
  /** The browser may not, or does not know. */
  trouble: boolean;
  choose: (on: boolean) => void;
}

/** Nobody's place is asked for before they tick it; the choice is kept on this phone. */
export function useWhere(): WhereChoice {
  const [ready, setReady] = useState(false);
  const [on, setOn] = useState(false);
  const [place, setPlace] = useState<Where | null>(null);
  const [trouble, setTrouble] = useState(false);
  useEffect(() => {
    setReady("geolocation" in navigator);
    setOn(localStorage.getItem(REMEMBERED) === "yes");
  }, []);
  useEffect(() => {
    setPlace(null);
    setTrouble(false);
    if (!on || !ready) return;
    const watch = navigator.geolocation.watchPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        setPlace({ latitude, longitude, accuracy });
        setTrouble(false);
      },
      () => setTrouble(true),
      { maximumAge: 60_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [on, ready]);
  const choose = (wanted: boolean) => {
    localStorage.setItem(REMEMBERED, wanted ? "yes" : "no");
    setOn(wanted);
  };
  return { ready, on, place, trouble, choose };
}
