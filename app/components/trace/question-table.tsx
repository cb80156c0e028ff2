import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { CivilDate, DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { QuestionRow } from "#app/domain/questions/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What donors asked, and how long there is to answer. */
export function QuestionTable({ rows, empty }: { rows: QuestionRow[]; empty: ReactNode }) {
  const { inbox: words } = useMessages().trace;
  const { columns: heads } = words;
  const columns = [
    { label: heads.question },
    { label: heads.gift, wideOnly: true },
    { label: heads.asked, wideOnly: true },
    { label: heads.due },
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id} className={row.answer === null && row.left < 0 ? "flag" : undefined}>
          <th scope="row">
            <Link to={`/desk/questions/${row.id}`}>{shortened(row.question)}</Link>
          </th>
          <td className="wide-only">
            <Code>{row.giftNumber}</Code> {row.donor}
          </td>
          <td className="wide-only whitespace-nowrap">
            <DateTime at={row.askedAt} />
          </td>
          <td>
            <QuestionTag row={row} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

const LONGEST = 60;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Answered, or until when. */
export function QuestionTag({ row }: { row: QuestionRow }) {
  const { inbox: words } = useMessages().trace;
  if (row.answer !== null) return <Tag tone="ok">{words.answered}</Tag>;
  const tone = row.left < 0 ? "bad" : row.left <= 3 ? "warn" : "plain";
  return (
    <>
      <CivilDate on={row.answerBy} /> <Tag tone={tone}>{words.left(row.left)}</Tag>
    </>
  );
}
