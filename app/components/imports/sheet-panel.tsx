import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { SheetInWords } from "#app/domain/imports/in-words.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { RemarkTable } from "./remark-table.tsx";
import { SheetSum } from "./sheet-sum.tsx";

/** One sheet as it was read: what was noticed, and what it adds up to. `remarks` off shows the sum alone. */
export function SheetPanel({ sheet, remarks = true }: { sheet: SheetInWords; remarks?: boolean }) {
  const { sheet: words, check } = useMessages().imports;
  const { kind, problems, looks, done } = sheet;
  return (
    <Panel
      title={words.title(sheet.name)}
      note={`${sheet.kindWord} · ${remarks ? words.note(sheet.accepted, sheet.rowCount) : words.written(sheet.accepted)}`}
    >
      {kind === "unknown" || kind === "needs" ? (
        <p className="inside">{kind === "unknown" ? words.skipped : words.needs}</p>
      ) : (
        <div className={remarks ? "cols" : undefined}>
          {remarks && (
            <div>
              <p className="inside flex flex-wrap gap-2">
                {problems.length > 0 && <Tag tone="bad">{check.mustFix(problems.length)}</Tag>}
                {looks.length > 0 && <Tag tone="warn">{check.look(looks.length)}</Tag>}
                {done.length > 0 && <Tag>{check.done(done.length)}</Tag>}
              </p>
              <RemarkTable sheet={sheet} />
            </div>
          )}
          <div className="inside max-w-lg">
            <SheetSum sheet={sheet} />
          </div>
        </div>
      )}
    </Panel>
  );
}
