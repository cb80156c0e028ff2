import { BoxLink } from "#app/components/boxes/box-facts.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import type { Box, Consignment } from "#app/domain/consignments/get.server.ts";
import type { AccountKind } from "#db/vocabulary";
import { useMessages } from "#app/i18n/provider.tsx";

/** The labelled boxes of a consignment: what is in each, where it stands, and the way to open an unknown one. */
export function BoxTable({ consignment, mayOpen }: { consignment: Consignment; mayOpen: boolean }) {
  const { detail } = useMessages().consignments;
  const { columns } = detail;
  return (
    <Ledger
      caption={detail.boxes}
      captionHidden
      narrow
      columns={[{ label: columns.code }, { label: columns.content }, { label: columns.place }]}
    >
      {consignment.boxes.map((box) => (
        <tr key={box.id}>
          <th scope="row">{box.code === null ? "—" : <BoxLink code={box.code} />}</th>
          <td>
            <Content box={box} lines={consignment.lines} />
            {box.unknown && mayOpen && (
              <small>
                <Link to={`/desk/consignments/boxes/${box.id}`}>{detail.openBox}</Link>
              </small>
            )}
          </td>
          <td className="whitespace-nowrap">
            <Place kind={box.placeKind} name={box.place} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

function Content({ box, lines }: { box: Box; lines: Consignment["lines"] }) {
  const { detail } = useMessages().consignments;
  const line = lines.find(({ n }) => n === box.line);
  if (line && box.counted !== null) {
    return (
      <>
        {line.item} <Quantity quantity={box.counted} unit={line.unit} />
      </>
    );
  }
  return <>{[box.unknown && detail.unknownContent, box.note].filter(Boolean).join(" · ") || "—"}</>;
}

/** A bin by its name, any other place of a warehouse by what it is. */
export function Place({ kind, name }: { kind: AccountKind; name: string }) {
  const { places } = useMessages().stock;
  if (kind === "dock" || kind === "staging" || kind === "quarantine") return <>{places[kind]}</>;
  return <>{name}</>;
}
