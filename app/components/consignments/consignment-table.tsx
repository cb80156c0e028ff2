import type { ReactNode } from "react";
import { DocumentHead, ofSeveral } from "#app/components/gifts/document-head.tsx";
import { CivilDate, DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { ConsignmentRow } from "#app/domain/consignments/list.server.ts";
import { startOfDay } from "#app/domain/dates.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { StatusTag } from "./status-tag.tsx";

/** Consignments: from whom, what, when, and how many boxes of those announced stand there. */
export function ConsignmentTable(props: { rows: ConsignmentRow[]; today: string; empty: ReactNode }) {
  const { consignments: words } = useMessages();
  const { columns } = words;
  const several = ofSeveral(props.rows);
  return (
    <Ledger
      caption={words.title}
      captionHidden
      columns={[
        { label: columns.donor },
        { label: columns.goods },
        { label: columns.day },
        { label: columns.boxes, numeric: true },
        { label: columns.warehouse },
        { label: columns.status },
      ]}
      empty={props.empty}
    >
      {props.rows.map((row) => (
        <tr key={row.id} className={daysLate(row, props.today) > 0 ? "flag" : undefined}>
          <DocumentHead
            name={row.donor ?? words.nobody}
            href={`/desk/consignments/${row.id}`}
            number={row.number}
            organization={several && row.organization}
          />
          <td>
            {row.items.length > 0 ? row.items.join("、") : "—"}
            {row.lines > row.items.length && <small>{words.moreLines(row.lines)}</small>}
          </td>
          <td className="whitespace-nowrap">
            <Day row={row} today={props.today} />
          </td>
          <td className="num">
            {row.expectedBoxes === null ? row.boxes : words.ofBoxes(row.boxes, row.expectedBoxes)}
            {row.unknown > 0 && <small>{words.unknownBoxes(row.unknown)}</small>}
          </td>
          <td>{row.warehouse}</td>
          <td>
            <StatusTag status={row.status} /> {row.overridden && <Tag tone="bad">{words.overridden}</Tag>}
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

function daysLate({ status, expectedOn }: ConsignmentRow, today: string): number {
  if (status !== "expected" || expectedOn === null) return 0;
  return Math.round((startOfDay(today).getTime() - startOfDay(expectedOn).getTime()) / 86_400_000);
}

function Day({ row, today }: { row: ConsignmentRow; today: string }) {
  const words = useMessages().consignments;
  const at = row.checkedAt ?? row.arrivedAt;
  if (at !== null) return <DateTime at={at} />;
  if (row.expectedOn === null) return <>{words.anyDay}</>;
  const late = daysLate(row, today);
  return (
    <>
      <CivilDate on={row.expectedOn} />
      {late > 0 && <small>{words.overdue(late)}</small>}
    </>
  );
}
