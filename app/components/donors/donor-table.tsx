import { Link } from "#app/components/layout/router.ts";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { DonorRow } from "#app/domain/donors/list.server.ts";
import { count } from "#app/i18n/numbers.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Donors, whether they may be named in public, and what they gave. */
export function DonorTable({ rows, empty }: { rows: DonorRow[]; empty: React.ReactNode }) {
  const { donors } = useMessages();
  const { columns } = donors;
  return (
    <Ledger
      caption={donors.title}
      captionHidden
      columns={[
        { label: columns.name },
        { label: columns.kind },
        { label: columns.consent },
        { label: columns.gifts, numeric: true },
        { label: columns.money, numeric: true },
        { label: columns.goods, numeric: true },
        { label: columns.last },
      ]}
      empty={empty}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/donors/${row.id}`}>{row.name}</Link>
          </th>
          <td>{donors.kinds[row.kind]}</td>
          <td>
            {row.publishName ? <Tag tone="ok">{donors.published}</Tag> : <Tag>{donors.unpublished}</Tag>}
          </td>
          <td className="num">{count(row.gifts)}</td>
          <td className="num">
            <Money fen={row.moneyFen} bare />
          </td>
          <td className="num">
            <Money fen={row.goodsFen} bare />
          </td>
          <td className="whitespace-nowrap">
            {row.lastGiftOn ? <CivilDate on={row.lastGiftOn} year /> : "—"}
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
