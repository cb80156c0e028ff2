import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { count } from "#app/i18n/numbers.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The same as the tiles, as a table: for whoever wants to compare, or has it read out. */
export function TownshipTable({ townships }: { townships: PublicSummary["townships"] }) {
  const words = useMessages().home.townships;
  const hasNeeds = townships.some(({ needsAsked }) => needsAsked > 0);
  return (
    <Ledger
      caption={words.title(townships.length)}
      captionHidden
      columns={[
        { label: words.township },
        { label: words.times, numeric: true },
        { label: words.sites, numeric: true },
        { label: words.value, numeric: true },
        ...(hasNeeds
          ? [
              { label: words.asked, numeric: true },
              { label: words.met, numeric: true },
            ]
          : []),
      ]}
    >
      {townships.map((township) => (
        <tr key={township.code}>
          <th scope="row" lang="zh-CN">
            {township.name}
          </th>
          <td className="num">{count(township.deliveries)}</td>
          <td className="num">{count(township.sites)}</td>
          <td className="num">
            <Money fen={township.valueFen} in="wan" bare />
          </td>
          {hasNeeds && (
            <>
              <td className="num">{count(township.needsAsked)}</td>
              <td className="num">{count(township.needsMet)}</td>
            </>
          )}
        </tr>
      ))}
    </Ledger>
  );
}
