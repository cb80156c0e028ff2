import { CalendarClock } from "lucide-react";
import type { ReactNode } from "react";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { DeadlineRow } from "#app/domain/disclosures/list-deadlines.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What is to be published by when, and by which article; `act` is what can be done about one. */
export function DeadlineTable({ rows, act }: { rows: DeadlineRow[]; act: (row: DeadlineRow) => ReactNode }) {
  const { disclosures: words } = useMessages();
  const { left, due, what, basis, act: acts } = words.columns;
  const columns = [
    { label: left },
    { label: due },
    { label: what },
    { label: basis, wideOnly: true },
    { label: acts, hiddenLabel: true },
  ];
  const empty = (
    <Empty icon={CalendarClock} title={words.none}>
      {words.noneHow}
    </Empty>
  );
  return (
    <Ledger stacked caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id} className={rowTone(row)}>
          <td className="whitespace-nowrap">
            <StandingTag row={row} />
          </td>
          <td className="font-semibold whitespace-nowrap" data-label={due}>
            <CivilDate on={row.dueOn} />
          </td>
          <th scope="row">
            <What row={row} />
          </th>
          <td className="wide-only text-small">{words.rules[row.rule].basis}</td>
          <td className="whole whitespace-nowrap">{act(row)}</td>
        </tr>
      ))}
    </Ledger>
  );
}

function What({ row }: { row: DeadlineRow }) {
  const { disclosures: words } = useMessages();
  const rule = words.rules[row.rule];
  return (
    <>
      <b>{rule.title}</b>
      <small className="block font-normal text-ink-2">
        {row.subject} · {row.satisfiedNote ?? rule.how}
      </small>
      <small className="block font-normal text-ink-2 desk:hidden">{rule.basis}</small>
      {row.yearsMissing.length > 0 && (
        <small className="block font-semibold text-bad">{words.yearsMissing(row.yearsMissing)}</small>
      )}
    </>
  );
}

function StandingTag({ row }: { row: DeadlineRow }) {
  const { disclosures: words } = useMessages();
  switch (row.standing) {
    case "done":
      return <Tag tone="ok">{words.doneOn(row.satisfiedOn ?? row.dueOn)}</Tag>;
    case "late":
      return <Tag tone="bad">{words.late(-row.left)}</Tag>;
    case "today":
      return <Tag tone="warn">{words.today}</Tag>;
    case "near":
      return <Tag tone="warn">{words.left(row.left)}</Tag>;
    case "later":
      return <Tag icon={CalendarClock}>{words.left(row.left)}</Tag>;
  }
}

const rowTone = ({ standing }: DeadlineRow): string | undefined =>
  standing === "late" ? "wrong" : standing === "near" || standing === "today" ? "flag" : undefined;
