import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import type { Running } from "#app/domain/clocks/running.server.ts";
import { pageOfSubject } from "#app/domain/notices/subject.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { ClockTag } from "./clock-steps.tsx";

/** What somebody waits for: which step, until when, and who holds the ball. */
export function ClockTable({ rows, now, empty }: { rows: Running[]; now: Date; empty: ReactNode }) {
  const words = useMessages().clocks;
  const { columns: heads } = words;
  const columns = [
    { label: heads.what },
    { label: heads.step },
    { label: heads.holder, wideOnly: true },
    { label: heads.due, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map(({ kind, id, number, site, township, clock }) => (
        <tr key={id} className={clock.lateBy > 0 ? "flag" : undefined}>
          <th scope="row">
            <Link to={pageOfSubject(kind, id) ?? ""}>
              {township} · {site}
            </Link>
            <small>
              <Code>{number}</Code>
            </small>
          </th>
          <td>
            {clock.step && words.steps[clock.step]} <ClockTag clock={clock} now={now} />
          </td>
          <td className="wide-only">{clock.holder && words.holders[clock.holder]}</td>
          <td className="wide-only whitespace-nowrap">{clock.due && <DateTime at={clock.due} />}</td>
        </tr>
      ))}
    </Ledger>
  );
}
