import { Code } from "#app/components/ui/code.tsx";
import { formatCode } from "#app/domain/code.ts";
import type { RunBox } from "#app/domain/runs/list-boxes.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const SHOWN = 12;

/** Which boxes are still to come, by their codes; of many only the first. */
export function BoxesLeft({ boxes, label }: { boxes: RunBox[]; label: string }) {
  const words = useMessages().drive;
  if (boxes.length === 0) return null;
  const more = boxes.length - SHOWN;
  return (
    <div>
      <p className="hint">{label}</p>
      <ul className="flex flex-wrap gap-x-4">
        {boxes.slice(0, SHOWN).map(({ code }) => (
          <li key={code} className="whitespace-nowrap">
            <Code>{formatCode(code)}</Code>
          </li>
        ))}
        {more > 0 && <li>{words.more(more)}</li>}
      </ul>
    </div>
  );
}
