import { Button } from "#app/components/ui/button.tsx";
import { loadOf } from "#app/domain/boxes/judge-load.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { type FinishProps, FinishSheet } from "./finish.tsx";

/** Whether every picked box is on the vehicle; sending it is the dispatcher's act. */
export function FinishLoad({ station, known, context, close }: FinishProps) {
  const { finish: words } = useMessages().scan;
  const delivery = known.deliveries.get(context.deliveryId ?? "");
  if (!delivery) return null;
  const { loaded, picked } = loadOf(known, delivery);
  const finish = () => {
    station.setContext({ ...context, deliveryId: null });
    close();
  };
  return (
    <FinishSheet
      title={loaded === picked ? words.loadAll : words.loadTitle}
      close={close}
      main={
        <Button type="button" tone="primary" onClick={finish}>
          {words.loadOk}
        </Button>
      }
    >
      <p>
        <span className="code">{delivery.number}</span> {delivery.site}
      </p>
      {loaded < picked && <p className="scan-amber">{words.loadLeft(picked - loaded)}</p>}
      <p>
        {words.loadNext} <a href={`/desk/deliveries/${delivery.id}`}>{words.loadOpen}</a>
      </p>
    </FinishSheet>
  );
}
