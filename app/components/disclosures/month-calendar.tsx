import { clsx } from "clsx";
import { Link } from "#app/components/layout/router.ts";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { addDays, addMonths, daysBetween } from "#app/domain/disclosures/calendar.ts";
import type { Standing } from "#app/domain/disclosures/due.ts";
import type { DeadlineRow } from "#app/domain/disclosures/list-deadlines.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import "./disclosures.css";

/** One month, Monday first, with what is due or was done on its days. `month` is "2022-05". */
export function MonthCalendar(props: { month: string; today: string; rows: DeadlineRow[] }) {
  const { disclosures: words } = useMessages();
  const first = `${props.month}-01`;
  const [year = 0, number = 0] = props.month.split("-").map(Number);
  const next = addMonths(first, 1);
  const start = addDays(first, -((weekdayOf(first) + 6) % 7));
  const weeks = Math.ceil(daysBetween(start, next) / 7);
  return (
    <>
      <p className="flex items-center justify-between">
        <Link to={`?month=${addMonths(first, -1).slice(0, 7)}`}>‹ {words.previous}</Link>
        <b>{words.month(year, number)}</b>
        <Link to={`?month=${next.slice(0, 7)}`}>{words.next} ›</Link>
      </p>
      <table className="month">
        <thead>
          <tr>
            {words.weekdays.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: weeks }, (_, week) => (
            <tr key={week}>
              {Array.from({ length: 7 }, (_, day) => {
                const date = addDays(start, week * 7 + day);
                return (
                  <td
                    key={date}
                    className={clsx(
                      !date.startsWith(props.month) && "other-month",
                      date === props.today && "now",
                    )}
                  >
                    <span aria-current={date === props.today ? "date" : undefined}>
                      {Number(date.slice(8))}
                    </span>
                    <DayMarks on={date} rows={props.rows} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-small text-ink-2">{words.key}</p>
      <DaysOfMonth month={props.month} rows={props.rows} />
    </>
  );
}

const dayOf = (row: DeadlineRow): string => row.satisfiedOn ?? row.dueOn;

/** A cell is too narrow for words: a sign stands in it, and what it means below the month. */
const SIGNS = { done: "✓", late: "!", near: "●", today: "●", later: "●" } satisfies Record<Standing, string>;

function DayMarks({ on, rows }: { on: string; rows: DeadlineRow[] }) {
  const { disclosures: words } = useMessages();
  return rows
    .filter((row) => dayOf(row) === on)
    .map((row) => (
      <em key={row.id} className={`month-mark-${row.standing}`}>
        <span aria-hidden>{SIGNS[row.standing]}</span>
        <span className="sr-only">{words.rules[row.rule].short}</span>
      </em>
    ));
}

/** What is due or was done in the month, by its day. */
function DaysOfMonth({ month, rows }: { month: string; rows: DeadlineRow[] }) {
  const { disclosures: words } = useMessages();
  const here = rows.filter((row) => dayOf(row).startsWith(month));
  if (here.length === 0) return null;
  return (
    <ul className="month-days">
      {[...here]
        .sort((one, other) => dayOf(one).localeCompare(dayOf(other)))
        .map((row) => (
          <li key={row.id}>
            <b>
              <CivilDate on={dayOf(row)} />
            </b>{" "}
            <em className={`month-mark-${row.standing}`}>
              {SIGNS[row.standing]} {words.rules[row.rule].short}
            </em>{" "}
            <span lang="zh-CN">{row.subject}</span>
          </li>
        ))}
    </ul>
  );
}

/** 0 is Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
