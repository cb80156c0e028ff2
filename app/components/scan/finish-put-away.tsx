import { Button } from "#app/components/ui/button.tsx";
import { startOf } from "#app/domain/boxes/scan-context.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { type FinishProps, FinishSheet } from "./finish.tsx";

/** What still stands at the dock, or in somebody's hands. */
export function FinishPutAway({ station, known, context, close }: FinishProps) {
  const { finish: words, done } = useMessages().scan;
  const left = known.boxesAt.get(known.data.warehouse.dock) ?? 0;
  const held = context.held.length;
  const finish = () => {
    station.setContext(startOf("putAway"));
    close();
  };
  return (
    <FinishSheet
      title={left === 0 ? words.putAwayDone : words.putAwayTitle}
      close={close}
      main={
        <Button type="button" tone="primary" onClick={finish}>
          {done.putAway}
        </Button>
      }
    >
      {left > 0 && <p>{words.putAwayLeft(left)}</p>}
      {held > 0 && <p className="scan-amber">{words.putAwayHeld(held)}</p>}
    </FinishSheet>
  );
}
