import { Keyboard } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import type { Known } from "#app/domain/boxes/known.ts";
import type { ScanContext } from "#app/domain/boxes/scan-context.ts";
import { progressOf, type ScanProgress } from "#app/domain/boxes/scan-progress.ts";
import { say } from "#app/domain/boxes/saying.ts";
import { parseScan } from "#app/domain/gs1/parse-scan.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import type { CameraTrouble } from "./camera.ts";
import { CameraRefused } from "./camera-refused.tsx";
import { CameraView } from "./camera-view.tsx";
import { ContextBar } from "./context-bar.tsx";
import { Finish } from "./finish.tsx";
import { ModeTabs } from "./mode-tabs.tsx";
import { ProgressLine } from "./progress-line.tsx";
import { RunList } from "./run-list.tsx";
import { ScanTop } from "./scan-top.tsx";
import type { ScanStation } from "./station.ts";
import type { StationState } from "./station-state.ts";
import { TypedCode } from "./typed-code.tsx";
import { VerdictBlock } from "./verdict-block.tsx";
import { WaitingList } from "./waiting-list.tsx";
import { listenToWedge } from "./wedge.ts";

type View = "scan" | "typed" | "list" | "finish";

/** The screen at work. A handheld scanner is listened to whatever is shown. */
export function ScanWork(props: {
  station: ScanStation;
  known: Known;
  state: StationState;
  warehouse: string;
  several: boolean;
  now: number;
}) {
  const { station, known, state, warehouse, several, now } = props;
  const words = useMessages().scan;
  const [view, setView] = useState<View>("scan");
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  const { context, verdict } = state;
  const scan = (text: string) => void station.scan(text);
  const photographed = (codes: string[]) => {
    setTrouble(null);
    if (codes[0] !== undefined) scan(codes[0]);
    else void station.report({ kind: "wrong", says: say("nothingRead", {}) });
  };
  const back = () => setView("scan");
  const main = useFocusGoingOn(view);
  useEffect(() => listenToWedge(isCode, (text) => void station.scan(text)), [station]);

  return (
    <>
      <ScanTop warehouse={warehouse} state={state} now={now} open={() => setView("list")} />
      <main id="main" ref={main}>
        <h1 className="sr-only">
          {words.title} · {words.modes[context.mode]}
        </h1>
        <ModeTabs
          mode={context.mode}
          choose={(mode) => {
            station.setMode(mode);
            if (view !== "typed") back();
          }}
        />
        {trouble && view === "scan" ? (
          <CameraRefused
            trouble={trouble}
            typeCode={() => {
              setTrouble(null);
              setView("typed");
            }}
            onCodes={photographed}
            close={() => setTrouble(null)}
          />
        ) : view === "list" ? (
          <WaitingList station={station} state={state} now={now} several={several} close={back} />
        ) : view === "finish" ? (
          <Finish station={station} known={known} context={context} close={back} />
        ) : (
          <div className="scan-work">
            <div className="scan-eyes">
              {view === "scan" && (
                <CameraView
                  ask={asks(known, context, words)}
                  verdict={verdict?.verdict.kind}
                  onCode={scan}
                  onTrouble={setTrouble}
                />
              )}
              <VerdictBlock
                verdict={verdict}
                full={state.full}
                offline={state.link !== "sent"}
                answer={(chosen) => void station.answer(chosen)}
              />
              {view === "typed" && (
                <TypedCode known={known} mode={words.modes[context.mode]} onCode={scan} close={back} />
              )}
            </div>
            <div className="scan-hands">
              <ContextBar station={station} known={known} context={context} />
              <ProgressLine progress={progressOf(known, context)} />
              <RunList state={state} undo={(line) => void station.undo(line)} />
            </div>
            {view === "scan" && (
              <div className="scan-dock">
                <Button type="button" icon={Keyboard} data-start onClick={() => setView("typed")}>
                  {words.typed.open}
                </Button>
                <Button
                  type="button"
                  tone="primary"
                  aria-disabled={!isUnderWay(context)}
                  onClick={() => isUnderWay(context) && setView("finish")}
                >
                  {words.done[context.mode]}
                </Button>
              </div>
            )}
          </div>
        )}
      </main>
    </>
  );
}

/** When a view and the button that had the focus are gone, the focus goes on where the new view begins. */
function useFocusGoingOn(view: View) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    if (document.activeElement !== document.body) return;
    main.current?.querySelector<HTMLElement>("[data-start]")?.focus({ preventScroll: true });
  }, [view]);
  return main;
}

function isCode(text: string): boolean {
  const { kind } = parseScan(text);
  return kind === "label" || kind === "gs1";
}

/** There is a piece of work to finish. */
function isUnderWay({ mode, consignmentId, deliveryId, count }: ScanContext): boolean {
  if (mode === "receive") return consignmentId !== null;
  if (mode === "count") return count !== null;
  return mode === "putAway" || deliveryId !== null;
}

type Words = ReturnType<typeof useMessages>["scan"];

/** What to aim at next. */
function asks(known: Known, context: ScanContext, { camera, place, choose }: Words): string {
  const progress: ScanProgress = progressOf(known, context);
  switch (progress.kind) {
    case "none":
      if (context.mode === "receive") return choose.none;
      return context.mode === "count" ? camera.aimCountBin : camera.aimDelivery;
    case "receive":
      return camera.aim;
    case "putAway":
      return progress.place ? camera.aimInto(place(progress.place)) : camera.aimBin;
    case "pick": {
      const { next } = progress;
      return next ? camera.aimPick(next.item, place(next.place)) : camera.aim;
    }
    case "load":
      return camera.aimLoad(progress.delivery.number);
    case "count":
      return camera.aimCount(place(progress.place));
  }
}
