import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import type { LooseLot } from "#app/domain/boxes/loose.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** All of a lot is in labelled boxes: the way to them. */
export function NoLoose({ lot: { warehouseId, item } }: { lot: LooseLot }) {
  const words = useMessages().stock.move;
  return (
    <Empty title={words.noLoose}>
      {words.noLooseHow}{" "}
      <LinkButton href={`/desk/boxes?warehouse=${warehouseId}&q=${encodeURIComponent(item)}`}>
        {words.seeBoxes}
      </LinkButton>
    </Empty>
  );
}
