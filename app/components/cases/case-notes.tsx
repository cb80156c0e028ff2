import { DateTime } from "#app/components/ui/date-time.tsx";
import type { Case } from "#app/domain/cases/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What was said and found out, the oldest first. */
export function CaseNotes({ notes }: { notes: Case["notes"] }) {
  const { detail: words } = useMessages().cases;
  if (notes.length === 0) return <p className="text-ink-2">{words.noNotes}</p>;
  return (
    <ol className="grid gap-3">
      {notes.map(({ text, by, at }, index) => (
        <li key={index}>
          <span className="text-small text-ink-2">
            {by ?? words.somebody} · <DateTime at={at} />
          </span>
          <p className="whitespace-pre-line">{text}</p>
        </li>
      ))}
    </ol>
  );
}
