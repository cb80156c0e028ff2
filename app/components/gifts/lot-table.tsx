import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { GiftLot } from "#app/domain/gifts/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Purpose } from "./purpose.tsx";

/** The source lots of a gift of goods, and where each of them stands today. */
export function LotTable({ lots }: { lots: GiftLot[] }) {
  const { common, gifts } = useMessages();
  const { columns } = gifts;
  return (
    <Ledger
      caption={gifts.detail.lots}
      captionHidden
      columns={[
        { label: columns.item },
        { label: columns.quantity, numeric: true },
        { label: columns.lot },
        { label: columns.expires },
        { label: columns.value, numeric: true },
        { label: columns.purpose },
        { label: columns.whereNow },
      ]}
    >
      {lots.map((lot) => (
        <tr key={lot.n}>
          <th scope="row">
            {lot.item}
            {lot.specification && <small>{lot.specification}</small>}
          </th>
          <td className="num">
            <Pack quantity={lot.quantity} unit={lot.unit} pack={lot.pack} />
          </td>
          <td>{lot.lotNumber ?? "—"}</td>
          <td>{lot.expiresOn ? <CivilDate on={lot.expiresOn} year /> : common.states.openEnded}</td>
          <td className="num">
            {lot.valueBasis === "unvalued" ? common.states.unvalued : <Money fen={lot.valueFen} bare />}
            {lot.valueBasis !== "unvalued" && <small>{gifts.valueBases[lot.valueBasis]}</small>}
          </td>
          <td>
            <Purpose restriction={lot.restriction} />
          </td>
          <td>
            <Places lot={lot} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

/** Warehouse places and sites by their own names, the rest by what they are. */
const named = new Set(["dock", "bin", "staging", "quarantine", "site", "households", "kit", "transfer"]);

function Places({ lot }: { lot: GiftLot }) {
  const { places } = useMessages().gifts;
  if (lot.places.length === 0) return <>—</>;
  return (
    <ul>
      {lot.places.map((place, index) => (
        <li key={index}>
          {places[place.kind]}
          {named.has(place.kind) && ` ${place.name}`} {formatQuantity(place.quantity, lot.unit)}
        </li>
      ))}
    </ul>
  );
}
