import type { ReactNode } from "react";
import { ClockTag } from "#app/components/clocks/clock-steps.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import type { NeedRow } from "#app/domain/needs/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { NeedTag, Wishes } from "./need-words.tsx";

/** What sites ask for, how far it is, and whom it waits for. */
export function NeedTable({ rows, now, empty }: { rows: NeedRow[]; now: Date; empty: ReactNode }) {
  const { needs: words, clocks } = useMessages();
  const { columns: heads } = words;
  const columns = [
    { label: heads.what },
    { label: heads.site, wideOnly: true },
    { label: heads.asked, wideOnly: true },
    { label: heads.step },
    { label: heads.holder, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id} className={row.clock.lateBy > 0 ? "flag" : undefined}>
          <th scope="row">
            <Link to={`/desk/needs/${row.id}`}>
              <Wishes lines={row.lines} />
            </Link>
            <small>
              <Code>{row.number}</Code>
            </small>
          </th>
          <td className="wide-only">
            {row.township} · {row.site}
          </td>
          <td className="wide-only whitespace-nowrap">
            <DateTime at={row.askedAt} />
          </td>
          <td>
            {row.clock.step === null ? (
              <NeedTag status={row.status} />
            ) : (
              <>
                {clocks.steps[row.clock.step]} <ClockTag clock={row.clock} now={now} />
              </>
            )}
          </td>
          <td className="wide-only">{row.clock.holder && clocks.holders[row.clock.holder]}</td>
        </tr>
      ))}
    </Ledger>
  );
}
