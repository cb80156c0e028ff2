import { ClockTable } from "#app/components/clocks/clock-table.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Panel } from "#app/components/ui/panel.tsx";
import type { Running } from "#app/domain/clocks/running.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Steps past their time and whom each waits for; nothing when everything is in time. */
export function LatePanel({ rows, total, now }: { rows: Running[]; total: number; now: Date }) {
  const { late: words } = useMessages().board;
  if (total === 0) return null;
  return (
    <Panel
      id="late"
      title={words.title}
      note={words.note(total)}
      more={<Link to="/desk/clocks">{words.more}</Link>}
    >
      <ClockTable rows={rows} now={now} empty={null} />
    </Panel>
  );
}
