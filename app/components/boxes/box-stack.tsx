import { BoxContents } from "#app/components/boxes/box-contents.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { BoxPage } from "#app/domain/boxes/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { BoxLink } from "./box-facts.tsx";

/** The boxes on a pallet and what each holds: the list to print and stick on it. */
export function BoxStack({ boxes, today }: { boxes: BoxPage["boxes"]; today: string }) {
  const words = useMessages().boxes;
  return (
    <>
      <p>
        {words.onPallet(boxes.length)} · {words.contentsNote}
      </p>
      {boxes.map(({ code, contents, counted }) => (
        <Panel key={code} title={<BoxLink code={code} />}>
          <BoxContents contents={contents} counted={counted} today={today} />
        </Panel>
      ))}
    </>
  );
}
