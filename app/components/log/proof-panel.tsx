import { Download } from "lucide-react";
import { useActionWord } from "#app/components/gifts/action-word.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { HistoryEvent } from "#app/domain/ledger/list-history.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The `.tlog-proof` of every hand-over of a document; nothing where nothing changed hands. */
export function ProofPanel({ events }: { events: readonly HistoryEvent[] }) {
  const { log } = useMessages();
  const word = useActionWord();
  const entries = events.filter(({ entryId }) => entryId !== null);
  if (entries.length === 0) return null;
  return (
    <Panel title={log.proof} padded>
      <p>{log.proofNote}</p>
      <ul className="mt-3 flex flex-wrap gap-2.5">
        {entries.map(({ entryId, action, at }) => (
          <li key={entryId}>
            <LinkButton href={`/log/proof/${entryId}.tlog-proof`} icon={Download} download>
              <span>
                {word(action)} <DateTime at={at} />
              </span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
