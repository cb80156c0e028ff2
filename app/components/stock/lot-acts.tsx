import { Link } from "#app/components/layout/router.ts";
import type { StockLot } from "#app/domain/stock/standing.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What this person may do with a lot where it stands. */
export interface LotActsAllowed {
  move: boolean;
  pack: boolean;
  writeOff: boolean;
  print: boolean;
}

/** The ways on from a lot; what is set aside for a delivery has none before the delivery is cancelled. */
export function LotActs({ lot, may }: { lot: StockLot; may: LotActsAllowed }) {
  const { stock, boxes, labels } = useMessages();
  if (lot.place === "staging") return null;
  const { warehouseId, assetId, accountId } = lot;
  const place = `warehouse=${warehouseId}&lot=${assetId}&at=${accountId}`;
  const acts = [
    may.move && {
      href: `/desk/stock/move?${place}`,
      label: lot.place === "quarantine" ? stock.move.release : stock.move.button,
    },
    may.pack && { href: `/desk/stock/pack?${place}`, label: boxes.pack.button },
    may.writeOff && { href: `/desk/stock/write-off?${place}`, label: stock.writeOff.button },
    may.print && {
      href: `/desk/labels?for=lots&warehouse=${warehouseId}&lot=${assetId}`,
      label: labels.lots.button,
    },
  ].filter((act) => act !== false);
  return (
    <ul className="-my-2.5 flex justify-end gap-x-1">
      {acts.map(({ href, label }) => (
        <li key={href}>
          <Link to={href} className="inline-flex min-h-11 items-center px-1 whitespace-nowrap">
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
