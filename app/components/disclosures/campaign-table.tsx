import { Flag } from "lucide-react";
import { Link } from "#app/components/layout/router.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { CampaignRow } from "#app/domain/disclosures/list-campaigns.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Campaigns and projects, each with its span, its emergency stage and its filing. */
export function CampaignTable({ rows }: { rows: CampaignRow[] }) {
  const { campaigns: words } = useMessages().disclosures;
  const { name, kind, span, emergency, filing } = words.columns;
  const columns = [
    { label: name },
    { label: kind, wideOnly: true },
    { label: span },
    { label: emergency },
    { label: filing, wideOnly: true },
  ];
  const empty = (
    <Empty icon={Flag} title={words.none}>
      {words.noneHow}
    </Empty>
  );
  return (
    <Ledger stacked caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/campaigns/${row.id}`}>{row.name}</Link>
          </th>
          <td className="wide-only">{words.kinds[row.kind]}</td>
          <td className="whitespace-nowrap max-desk:whitespace-normal" data-label={span}>
            {row.endsOn === null ? words.from(row.startsOn) : words.span(row.startsOn, row.endsOn)}
          </td>
          <td data-label={emergency}>
            <EmergencyTag row={row} />
          </td>
          <td className="wide-only">{row.filingNumber ?? words.notFiled}</td>
        </tr>
      ))}
    </Ledger>
  );
}

function EmergencyTag({ row }: { row: CampaignRow }) {
  const { campaigns: words } = useMessages().disclosures;
  if (!row.emergency) return "—";
  if (row.emergencyEndsOn === null) return <Tag tone="warn">{words.emergencyRuns}</Tag>;
  return <Tag>{words.emergencyUntil(row.emergencyEndsOn)}</Tag>;
}
