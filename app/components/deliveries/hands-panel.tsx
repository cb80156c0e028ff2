import { HolderLine } from "#app/components/boxes/holder-line.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { handsOf } from "#app/domain/boxes/holder.ts";
import type { Hands } from "#app/domain/deliveries/custody.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** In whose hands the boxes of a delivery are: "10 箱 在 沪A12345（王师傅）, 2 箱 在仓库". */
export function HandsPanel({ hands }: { hands: Hands[] }) {
  const { custody: words } = useMessages();
  if (hands.length === 0) return null;
  const all = hands.reduce((sum, { boxes }) => sum + boxes, 0);
  return (
    <Panel title={words.title} note={words.boxes(all)} padded>
      <ul className="grid gap-3">
        {hands.map(({ boxes, holder }) => (
          <li key={handsOf(holder)} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
            <span className="num whitespace-nowrap">{words.boxes(boxes)}</span>
            <span>
              <HolderLine holder={holder} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
