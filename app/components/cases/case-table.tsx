import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { isOverdue } from "#app/domain/cases/deadline.ts";
import type { CaseRow } from "#app/domain/cases/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { CaseAbout, CaseOwner, DueTag, OutcomeTag } from "./case-words.tsx";

/** Cases: what is wrong, by when, and who settles it. On the own page of a delivery or transfer the way goes without saying. */
export function CaseTable(props: { rows: CaseRow[]; today: string; ofOne?: boolean; empty?: ReactNode }) {
  const { rows, today, ofOne = false, empty } = props;
  const words = useMessages().cases;
  const heads = words.columns;
  const columns = [
    { label: heads.about },
    ...(ofOne ? [] : [{ label: heads.site, wideOnly: true }]),
    { label: heads.owner, wideOnly: true },
    { label: heads.due },
    { label: heads.state, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id} className={isOverdue(row, today) ? "flag" : undefined}>
          <th scope="row">
            <Link to={`/desk/cases/${row.id}`}>
              <CaseAbout row={row} />
            </Link>
            <small>
              <Code>{row.number}</Code>
            </small>
          </th>
          {!ofOne && (
            <td className="wide-only">
              {row.way}
              <small>
                <Code>{row.journey}</Code>
              </small>
            </td>
          )}
          <td className="wide-only">{row.closedAt === null ? <CaseOwner name={row.owner} /> : row.owner}</td>
          <td className="whitespace-nowrap">
            <DueTag row={row} today={today} />
          </td>
          <td className="wide-only">
            <OutcomeTag row={row} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
