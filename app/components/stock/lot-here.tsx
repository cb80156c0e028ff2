import { Pack } from "#app/components/ui/pack.tsx";
import type { LooseLot } from "#app/domain/boxes/loose.server.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Expiry, LotNumber, LotSource, packOf, RestrictedTo } from "./lot-facts.tsx";

/** Which lot it is, and how much of it stands loose here. */
export function LotHere({ lot, today }: { lot: LooseLot; today: string }) {
  const words = useMessages().stock.move;
  const boxed = lot.quantity - lot.loose;
  return (
    <p>
      <LotNumber number={lot.lotNumber} /> · <Expiry on={lot.expiresOn} today={today} /> ·{" "}
      <RestrictedTo text={lot.restriction} /> · <LotSource lot={lot} />
      <br />
      {words.loose} <Pack quantity={lot.loose} unit={lot.unit} pack={packOf(lot)} />
      {boxed > 0n && (
        <span className="block text-small text-ink-2">{words.boxed(formatQuantity(boxed, lot.unit))}</span>
      )}
    </p>
  );
}
