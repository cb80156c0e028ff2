import { Button } from "#app/components/ui/button.tsx";
import type { Known } from "#app/domain/boxes/known.ts";
import type { ScanContext } from "#app/domain/boxes/scan-context.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { ChooseBin } from "./choose-bin.tsx";
import { ChooseConsignment } from "./choose-consignment.tsx";
import { ChooseDelivery } from "./choose-delivery.tsx";
import { LineChooser } from "./line-chooser.tsx";
import type { ScanStation } from "./station.ts";

/** What the work is about: chosen once, by scanning its label or from a list, and changed here. */
export function ContextBar(props: { station: ScanStation; known: Known; context: ScanContext }) {
  const { station, known, context } = props;
  const words = useMessages().scan.choose;
  const change = (changes: Partial<ScanContext>) => station.setContext({ ...context, ...changes });
  switch (context.mode) {
    case "receive": {
      const consignment = known.consignments.get(context.consignmentId ?? "");
      if (!consignment) return <ChooseConsignment station={station} known={known} context={context} />;
      return (
        <LineChooser
          consignment={consignment}
          context={context}
          change={change}
          leave={() => change({ consignmentId: null, line: null, perBox: null })}
        />
      );
    }
    case "putAway": {
      if (context.bin === null && context.pallet === null && context.held.length === 0) return null;
      return (
        <p className="scan-chosen">
          <span>{putAwayWords(context, known, words)}</span>
          <Button type="button" onClick={() => change({ bin: null, pallet: null, held: [] })}>
            {words.change}
          </Button>
        </p>
      );
    }
    case "pick":
    case "load": {
      const delivery = known.deliveries.get(context.deliveryId ?? "");
      if (!delivery) return <ChooseDelivery known={known} context={context} change={change} />;
      return (
        <p className="scan-chosen">
          <span>
            <span className="code">{delivery.number}</span> {delivery.site} · {delivery.township}
          </span>
          <Button type="button" onClick={() => change({ deliveryId: null })}>
            {words.change}
          </Button>
        </p>
      );
    }
    case "count":
      if (context.count) return null;
      return <ChooseBin station={station} known={known} />;
  }
}

type Words = ReturnType<typeof useMessages>["scan"]["choose"];

function putAwayWords(context: ScanContext, known: Known, words: Words): string {
  if (context.held.length > 0) return words.held(context.held.length);
  if (context.pallet !== null) return words.pallet(context.pallet);
  return words.into(known.binByAccount.get(context.bin ?? "")?.name ?? "");
}
