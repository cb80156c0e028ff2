import { packOf } from "#app/components/stock/lot-facts.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import type { SharedLine } from "#app/domain/consignments/get-by-link.server.ts";

/** What the donor had said, to be read only. */
export function SharedLines({ lines }: { lines: SharedLine[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.n} className="border-b border-line py-2">
          {line.item}
          <br />
          <Pack quantity={line.quantity} unit={line.unit} pack={packOf(line)} />
        </li>
      ))}
    </ul>
  );
}
