import { Button } from "#app/components/ui/button.tsx";
import { type Known, type KnownPick, leftOf, placeName } from "#app/domain/boxes/known.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { type FinishProps, FinishSheet } from "./finish.tsx";

/** What was not scanned yet: loose goods have no label, so a person says that they are here. */
export function FinishPick({ station, known, context, close }: FinishProps) {
  const { finish: words, place } = useMessages().scan;
  const delivery = known.deliveries.get(context.deliveryId ?? "");
  if (!delivery) return null;
  const left = delivery.picks.filter((pick) => leftOf(pick) > 0n);
  const finish = (leaveBehind: boolean) => {
    close();
    void station.finishPicking(leaveBehind);
  };
  const isBoxed = left.some((pick) => boxesHolding(known, pick) > 0);
  return (
    <FinishSheet
      title={left.length === 0 ? words.pickAll : words.pickTitle}
      close={close}
      main={
        <Button type="button" tone="primary" onClick={() => finish(false)}>
          {words.pickOk}
        </Button>
      }
    >
      <p>
        <span className="code">{delivery.number}</span> {delivery.site}
      </p>
      <ul className="scan-facts">
        {left.map((pick) => {
          const lot = known.lots.get(pick.asset);
          const boxed = boxesHolding(known, pick);
          const quantity = formatQuantity(leftOf(pick), lot?.unit ?? "");
          return (
            <li key={pick.n}>
              <span>{lot?.item}</span>
              <span>{words.pickLeft(quantity, place(placeName(known, pick.from)))}</span>
              {boxed > 0 && <span className="scan-amber">{words.pickBoxed(boxed)}</span>}
            </li>
          );
        })}
      </ul>
      {left.length > 0 && <p>{words.pickLoose}</p>}
      {isBoxed && (
        <Button type="button" onClick={() => finish(true)}>
          {words.pickLeave}
        </Button>
      )}
    </FinishSheet>
  );
}

/** What stands in labelled boxes is not loose: those boxes are to be scanned. */
const boxesHolding = (known: Known, { from, asset }: KnownPick): number =>
  [...known.boxes.values()].filter(
    (box) => box.at === from && !box.empty && box.in.some((content) => content.asset === asset),
  ).length;
