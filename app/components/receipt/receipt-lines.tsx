import { packOf } from "#app/components/stock/lot-facts.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import type { DoorLine } from "#app/domain/deliveries/find-by-code.server.ts";
import { formatQuantity, formatWhole } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What should be there, of a delivery in parts what is still to come: whole packs large, the sum beside them. */
export function ReceiptLines({ lines }: { lines: DoorLine[] }) {
  const words = useMessages().receipt;
  return (
    <ul>
      {lines.map((line) => {
        const { packName, packSize, unit } = line;
        const quantity = line.toCome > 0n ? line.toCome : line.quantity;
        const packs = packName !== null && packSize !== null && quantity >= packSize;
        return (
          <li className="line" key={line.n}>
            <h3>
              {line.item} {line.specification}
            </h3>
            <div className="q">
              <b>
                {packs
                  ? words.packs(formatWhole(quantity / packSize), packName)
                  : formatQuantity(quantity, unit)}
              </b>
              {packs && <Pack quantity={quantity} unit={unit} pack={packOf(line)} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
