import { ProofPanel } from "#app/components/log/proof-panel.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { HistoryEvent } from "#app/domain/ledger/list-history.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { useActionWord } from "./action-word.ts";

/** What happened to a document: when, what, who, and why, with its proofs; nothing where nothing is recorded. */
export function History({ events }: { events: HistoryEvent[] }) {
  const { history } = useMessages().overview;
  const { columns } = history;
  const word = useActionWord();
  if (events.length === 0) return null;
  return (
    <>
      <Panel title={history.title}>
        <Ledger
          caption={history.title}
          captionHidden
          narrow
          columns={[
            { label: columns.at },
            { label: columns.what },
            { label: columns.by },
            { label: columns.reason },
          ]}
        >
          {events.map((event, index) => (
            <tr key={event.entryId ?? index}>
              <td className="min-w-24 break-keep [&_time]:whitespace-normal">
                <DateTime at={event.at} year />
              </td>
              <th scope="row">{word(event.action)}</th>
              <td className="whitespace-nowrap">{event.by ?? history.system}</td>
              <td className={event.reason ? "min-w-28" : undefined}>{event.reason ?? "—"}</td>
            </tr>
          ))}
        </Ledger>
      </Panel>
      <ProofPanel events={events} />
    </>
  );
}
