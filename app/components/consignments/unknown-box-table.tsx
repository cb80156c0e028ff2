import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { formatCode } from "#app/domain/code.ts";
import type { UnknownBox } from "#app/domain/consignments/unknown-boxes.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Place } from "./box-table.tsx";

/** Boxes nobody has opened: where each stands, what it came with, and the way to enter what is in it. */
export function UnknownBoxTable(props: { boxes: UnknownBox[]; mayOpen: boolean; empty: ReactNode }) {
  const { boxes: words } = useMessages().consignments;
  const { columns } = words;
  return (
    <Ledger
      caption={words.title}
      captionHidden
      columns={[
        { label: columns.code },
        { label: columns.seen },
        { label: columns.place },
        { label: columns.from },
        { label: columns.since },
        { label: words.open, hiddenLabel: true },
      ]}
      empty={props.empty}
    >
      {props.boxes.map((box) => (
        <tr key={box.id}>
          <th scope="row">
            <Code>{formatCode(box.code)}</Code>
          </th>
          <td>{box.note ?? "—"}</td>
          <td>
            <Place kind={box.placeKind} name={box.place} />
            <small>{box.warehouse}</small>
          </td>
          <td>
            {box.consignmentId === null ? (
              "—"
            ) : (
              <Link to={`/desk/consignments/${box.consignmentId}`}>
                <Code>{box.consignmentNumber ?? ""}</Code>
              </Link>
            )}
            {box.donor && <small>{box.donor}</small>}
          </td>
          <td className="whitespace-nowrap">
            <DateTime at={box.receivedAt} />
          </td>
          <td>{props.mayOpen && <Opening box={box} />}</td>
        </tr>
      ))}
    </Ledger>
  );
}

function Opening({ box }: { box: UnknownBox }) {
  const { boxes: words } = useMessages().consignments;
  if (!box.mayBeOpened) return <span className="text-small text-ink-2">{words.notYet}</span>;
  return <LinkButton href={`/desk/consignments/boxes/${box.id}`}>{words.open}</LinkButton>;
}
