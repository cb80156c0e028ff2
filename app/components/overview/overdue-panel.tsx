import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Link } from "#app/components/layout/router.ts";
import { PledgeTable } from "#app/components/pledges/pledge-table.tsx";
import type { PledgeRow } from "#app/domain/pledges/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Promises past their date. */
export function OverduePanel(props: { rows: PledgeRow[]; total: number; mayReceive: boolean }) {
  const { overdue } = useMessages().overview;
  return (
    <Panel
      title={overdue.title}
      note={props.total > 0 && overdue.note(props.total)}
      more={<Link to="/desk/pledges">{overdue.more}</Link>}
    >
      <PledgeTable
        rows={props.rows}
        mayReceive={props.mayReceive}
        empty={<Empty title={overdue.empty}>{overdue.emptyText}</Empty>}
      />
      {props.total > props.rows.length && (
        <p className="inside">
          <LinkButton href="/desk/pledges">{overdue.more}</LinkButton>
        </p>
      )}
    </Panel>
  );
}
