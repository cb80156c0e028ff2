import { Bell } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { NoticeRow } from "#app/domain/notices/list.server.ts";
import { pageOfSubject } from "#app/domain/notices/subject.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What the desk was told, each a sentence that leads to what it is about. */
export function NoticeList({ rows, empty }: { rows: NoticeRow[]; empty: ReactNode }) {
  const words = useMessages().notices;
  return (
    <Ledger
      narrow
      caption={words.list}
      captionHidden
      columns={[{ label: words.columns.what }, { label: words.columns.when }]}
      empty={empty}
    >
      {rows.map((row) => (
        <tr key={row.id} className={row.unread ? "flag" : undefined}>
          <th scope="row">
            <Sentence row={row} />{" "}
            {row.unread && (
              <Tag tone="warn" icon={Bell}>
                {words.unread}
              </Tag>
            )}
          </th>
          <td className="whitespace-nowrap">
            <DateTime at={row.createdAt} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

function Sentence({ row }: { row: NoticeRow }) {
  const { sentences } = useMessages().notices;
  const page = pageOfSubject(row.subjectKind, row.subjectId);
  const sentence = sentences[row.kind](row.detail);
  return page === null ? <>{sentence}</> : <Link to={page}>{sentence}</Link>;
}
