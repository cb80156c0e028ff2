import { ClockTag, WaitingFor } from "#app/components/clocks/clock-steps.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { Running } from "#app/domain/clocks/running.server.ts";
import { pageOfSubject } from "#app/domain/notices/subject.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Steps past their time and whom each waits for; nothing when everything is in time. */
export function LatePanel({ rows, total, now }: { rows: Running[]; total: number; now: Date }) {
  const { board, clocks } = useMessages();
  const { late: words } = board;
  if (total === 0) return null;
  return (
    <Panel
      id="late"
      title={words.title}
      note={words.note(total)}
      more={<Link to="/desk/clocks">{words.more}</Link>}
    >
      {rows.map(({ kind, id, number, site, township, clock }) => (
        <div key={id} className="job">
          <div className="flex items-baseline justify-between gap-3">
            <span className="min-w-0">
              <Link to={pageOfSubject(kind, id) ?? ""}>
                {township} · {site}
              </Link>
              <br />
              <small>
                <Code>{number}</Code> · {clock.step && clocks.steps[clock.step]}
              </small>
            </span>
            <span className="shrink-0">
              <ClockTag clock={clock} now={now} />
            </span>
          </div>
          <WaitingFor clock={clock} />
        </div>
      ))}
    </Panel>
  );
}
