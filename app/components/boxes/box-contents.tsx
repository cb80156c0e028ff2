import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { Expiry, LotNumber, packOf, RestrictedTo } from "#app/components/stock/lot-facts.tsx";
import type { BoxContent, BoxCounted } from "#app/domain/boxes/get.server.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What is in a box, lot by lot. */
export function BoxContents(props: {
  contents: BoxContent[];
  counted: BoxCounted | null;
  emptied?: boolean;
  today: string;
}) {
  const { contents, counted, emptied, today } = props;
  const { boxes, stock } = useMessages();
  return (
    <Ledger
      caption={boxes.contents}
      captionHidden
      columns={[
        { label: stock.columns.item },
        { label: stock.columns.quantity, numeric: true },
        { label: stock.columns.expires },
        { label: stock.columns.restriction },
      ]}
      empty={
        emptied ? (
          <Empty title={boxes.emptied}>{boxes.emptiedHow}</Empty>
        ) : counted ? (
          <Empty title={boxes.counted(counted.item, formatQuantity(counted.quantity, counted.unit))}>
            {boxes.countedHow}
          </Empty>
        ) : (
          <Empty title={boxes.noContents}>{boxes.noContentsHow}</Empty>
        )
      }
    >
      {contents.map((content) => (
        <tr key={content.assetId}>
          <th scope="row">
            {content.item}
            <small>
              <LotNumber number={content.lotNumber} />
            </small>
          </th>
          <td className="num">
            <Pack quantity={content.quantity} unit={content.unit} pack={packOf(content)} />
          </td>
          <td>
            <Expiry on={content.expiresOn} today={today} />
          </td>
          <td>
            <RestrictedTo text={content.restriction} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
