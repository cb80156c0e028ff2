import type { ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import type { Known } from "#app/domain/boxes/known.ts";
import type { ScanContext } from "#app/domain/boxes/scan-context.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { FinishCount } from "./finish-count.tsx";
import { FinishLoad } from "./finish-load.tsx";
import { FinishPick } from "./finish-pick.tsx";
import { FinishPutAway } from "./finish-put-away.tsx";
import { FinishReceive } from "./finish-receive.tsx";
import type { ScanStation } from "./station.ts";

/** What every last look needs: `close` goes back to scanning. */
export interface FinishProps {
  station: ScanStation;
  known: Known;
  context: ScanContext;
  close: () => void;
}

/** The last look before a piece of work is done: does it add up, and what is missing. */
export function Finish(props: FinishProps) {
  switch (props.context.mode) {
    case "receive":
      return <FinishReceive {...props} />;
    case "putAway":
      return <FinishPutAway {...props} />;
    case "pick":
      return <FinishPick {...props} />;
    case "load":
      return <FinishLoad {...props} />;
    case "count":
      return <FinishCount {...props} />;
  }
}

/** The frame of a last look: a title, what there is to see, the way back and the one main button. */
export function FinishSheet(props: {
  title: string;
  close: () => void;
  main?: ReactNode;
  children: ReactNode;
}) {
  const words = useMessages().scan.finish;
  return (
    <section className="scan-finish">
      <div className="scan-pad">
        <h2 tabIndex={-1} data-start>
          {props.title}
        </h2>
        {props.children}
      </div>
      <div className="scan-dock">
        <Button type="button" onClick={props.close}>
          {words.goBack}
        </Button>
        {props.main}
      </div>
    </section>
  );
}
