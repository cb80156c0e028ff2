import { Note } from "#app/components/ui/note.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { Case } from "#app/domain/cases/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { CaseFacts, CaseOutcome } from "./case-facts.tsx";
import { CaseLots } from "./case-lots.tsx";
import { CaseAbout } from "./case-words.tsx";

/** 损失报告 to print and sign: what was lost of which gifts, what it is worth, and who decided. */
export function LossReport({ found, today }: { found: Case; today: string }) {
  const { cases } = useMessages();
  const { report: words, detail } = cases;
  const [line] = found.lines;
  const row = { ...found, item: line?.item ?? null, unit: line?.unit ?? null };
  return (
    <div className="stack">
      <Panel
        title={detail.title(found.number)}
        note={
          <>
            {found.organization} · <CaseAbout row={row} />
          </>
        }
        padded
      >
        <CaseFacts found={found} />
      </Panel>
      <Panel title={words.what}>
        <CaseLots lots={found.lots} unit={line?.unit ?? ""} today={today} />
      </Panel>
      <Panel title={detail.decision} padded>
        {found.decision === null ? <Note tone="warn">{words.undecided}</Note> : <CaseOutcome found={found} />}
        <Signatures />
      </Panel>
    </div>
  );
}

function Signatures() {
  const { sign } = useMessages().cases.report;
  return (
    <div className="mt-16 grid grid-cols-3 gap-6">
      {[sign.handler, sign.approver, sign.receiver].map((label) => (
        <p key={label} className="border-t border-ink pt-1">
          {label}
          <br />
          {sign.date}
        </p>
      ))}
    </div>
  );
}
