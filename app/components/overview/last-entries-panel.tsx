import { DateTime } from "#app/components/ui/date-time.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useActionWord } from "#app/components/gifts/action-word.ts";
import { DocumentLink } from "#app/components/gifts/document-link.tsx";
import type { LastEntry } from "#app/domain/overview/last-entries.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What was written last into the books. */
export function LastEntriesPanel({ rows }: { rows: LastEntry[] }) {
  const { entries, history } = useMessages().overview;
  const word = useActionWord();
  return (
    <Panel title={entries.title}>
      <Ledger
        caption={entries.title}
        captionHidden
        narrow
        columns={[
          { label: entries.columns.at },
          { label: entries.columns.what },
          { label: entries.columns.number },
          { label: entries.columns.by, wideOnly: true },
        ]}
        empty={<Empty title={entries.empty}>{entries.emptyText}</Empty>}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="whitespace-nowrap">
              <DateTime at={row.at} />
            </td>
            <th scope="row">{word(row.kind)}</th>
            <td>
              <DocumentLink kind={row.documentKind} id={row.documentId} number={row.number} />
            </td>
            <td className="wide-only">{row.by ?? history.system}</td>
          </tr>
        ))}
      </Ledger>
    </Panel>
  );
}
