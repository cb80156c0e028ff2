import { Expiry, LotNumber, LotSource } from "#app/components/stock/lot-facts.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import type { CaseLot } from "#app/domain/cases/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The lots in question, each with its donor, and what they come to. */
export function CaseLots({ lots, unit, today }: { lots: CaseLot[]; unit: string; today: string }) {
  const { detail: words } = useMessages().cases;
  const sum = (of: "quantity" | "valueFen") => lots.reduce((total, lot) => total + lot[of], 0n);
  return (
    <Ledger
      caption={words.lots}
      captionHidden
      columns={[
        { label: words.lot },
        { label: words.expires },
        { label: words.from },
        { label: words.quantity, numeric: true },
        { label: words.value, numeric: true },
      ]}
      foot={
        <tr>
          <th scope="row" colSpan={3}>
            {words.total}
          </th>
          <td className="num">
            <Quantity quantity={sum("quantity")} unit={unit} />
          </td>
          <td className="num">
            <Money fen={sum("valueFen")} />
          </td>
        </tr>
      }
    >
      {lots.map((lot) => (
        <tr key={lot.assetId}>
          <th scope="row">
            <LotNumber number={lot.lotNumber} />
          </th>
          <td>
            <Expiry on={lot.expiresOn} today={today} />
          </td>
          <td>
            <LotSource lot={lot} numbered />
          </td>
          <td className="num">
            <Quantity quantity={lot.quantity} unit={unit} />
          </td>
          <td className="num">
            <Money fen={lot.valueFen} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
