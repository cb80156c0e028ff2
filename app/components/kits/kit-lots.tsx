import { Link } from "#app/components/layout/router.ts";
import { Expiry, LotNumber, LotSource, RestrictedTo } from "#app/components/stock/lot-facts.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import type { Kit, KitLot } from "#app/domain/kits/get.server.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Kits that hold the same lots: which gifts are inside, and where the kits are now. */
export function KitLotPanel(props: { kit: Kit; lot: KitLot; today: string; mayTakeApart: boolean }) {
  const { kit, lot, today } = props;
  const { detail: words } = useMessages().kits;
  return (
    <Panel
      title={words.lot(lot.n, formatQuantity(lot.quantity, kit.unit))}
      note={
        <>
          <Expiry on={lot.expiresOn} today={today} /> · <RestrictedTo text={lot.restriction} /> ·{" "}
          {words.value} <Money fen={lot.valueFen} />
        </>
      }
    >
      <Components lot={lot} today={today} />
      <div className="inside grid gap-1">
        <b>{words.where}</b>
        <Places {...props} />
      </div>
    </Panel>
  );
}

function Components({ lot, today }: { lot: KitLot; today: string }) {
  const { columns: heads, lots } = useMessages().kits.detail;
  return (
    <Ledger
      caption={lots}
      captionHidden
      columns={[
        { label: heads.item },
        { label: heads.perKit, numeric: true },
        { label: heads.lot },
        { label: heads.expires },
        { label: heads.from },
      ]}
    >
      {lot.components.map((part) => (
        <tr key={part.assetId}>
          <th scope="row">{part.item}</th>
          <td className="num">
            <Quantity quantity={part.perKit} unit={part.unit} />
          </td>
          <td>
            <LotNumber number={part.lotNumber} />
          </td>
          <td>
            <Expiry on={part.expiresOn} today={today} />
          </td>
          <td>
            <LotSource lot={{ ...part, kitId: null, kitNumber: null }} numbered />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

/** Places outside a warehouse are called by what they are, and those of `alsoNamed` by their name too. */
const alsoNamed = new Set(["site", "households", "transfer"]);

function Places({ kit, lot, mayTakeApart }: { kit: Kit; lot: KitLot; mayTakeApart: boolean }) {
  const { kits, gifts } = useMessages();
  if (lot.places.length === 0) return <p>{kits.detail.gone}</p>;
  return (
    <ul className="grid gap-1">
      {lot.places.map((place) => (
        <li key={place.accountId}>
          {place.warehouse !== null && `${place.warehouse} · `}
          {place.bin ?? gifts.places[place.kind]} {alsoNamed.has(place.kind) && place.name}{" "}
          <b>{formatQuantity(place.quantity, kit.unit)}</b>{" "}
          {mayTakeApart && place.warehouseId !== null && (
            <Link
              to={`/desk/kits/take-apart?warehouse=${place.warehouseId}&lot=${lot.assetId}&at=${place.accountId}`}
            >
              {kits.detail.takeApart}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
