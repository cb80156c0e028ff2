import { Ledger } from "#app/components/ui/ledger.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { Register } from "#app/domain/registers/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Of each line: what the rows are to get, what they got, and what the site still has. */
export function RegisterLines({ register }: { register: Register }) {
  const { detail: words } = useMessages().registers;
  const { lineColumns: heads } = words;
  const columns = [
    { label: heads.item },
    { label: heads.planned, numeric: true },
    { label: heads.given, numeric: true },
    { label: heads.atSite, numeric: true },
  ];
  return (
    <Panel title={words.lines}>
      <Ledger narrow caption={words.lines} captionHidden columns={columns}>
        {register.lines.map((line) => (
          <tr key={line.n}>
            <th scope="row">{line.item}</th>
            {[line.planned, line.given, line.atSite].map((quantity, i) => (
              <td className="num" key={i}>
                <Quantity quantity={quantity} unit={line.unit} />
              </td>
            ))}
          </tr>
        ))}
      </Ledger>
    </Panel>
  );
}

/** Lines that promise more than the site has, while nothing was handed out yet. */
export function TooMuch({ register }: { register: Register }) {
  const { detail: words } = useMessages().registers;
  const short = register.lines.filter(({ planned, atSite }) => planned > atSite);
  if (register.handOver !== null || register.deliveryStatus !== "confirmed" || short.length === 0)
    return null;
  return (
    <Note tone="warn">
      {short.map(({ n, item, unit, planned, atSite }) => (
        <p key={n}>{words.tooMuch(item, formatQuantity(planned - atSite, unit))}</p>
      ))}
    </Note>
  );
}

/** What a closed register left at the site: for a second round, or back to the warehouse. */
export function Leftover({
  register,
  can,
}: {
  register: Register;
  can: { keep: boolean; takeBack: boolean };
}) {
  const { detail: words } = useMessages().registers;
  const left = register.lines.filter(({ atSite }) => atSite > 0n);
  if (register.handOver === null || left.length === 0) return null;
  const goods = left.map(({ item, unit, atSite }) => `${item} ${formatQuantity(atSite, unit)}`).join("、");
  return (
    <Note>
      <b>{words.leftover(goods)}</b> {words.leftoverHow}
      <div className="mt-2 flex flex-wrap gap-2">
        {can.keep && (
          <LinkButton href={`/desk/registers/new?delivery=${register.deliveryId}`}>
            {words.secondRound}
          </LinkButton>
        )}
        {can.takeBack && (
          <LinkButton href={`/desk/deliveries/${register.deliveryId}/return`}>{words.takeBack}</LinkButton>
        )}
      </div>
    </Note>
  );
}
