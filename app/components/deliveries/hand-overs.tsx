import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Link } from "#app/components/layout/router.ts";
import { BasisLine } from "#app/components/registers/basis-line.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { HandOver } from "#app/domain/deliveries/get.server.ts";
import { formatWhole } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** When, and to how many, the goods were handed on. */
export function HandOvers({ handOvers }: { handOvers: HandOver[] }) {
  const { deliveries, registers } = useMessages();
  const { detail } = deliveries;
  const { groups } = registers;
  const { handOverColumns: heads, handOvers: title } = detail;
  const columns = [
    { label: heads.number },
    { label: heads.date },
    { label: heads.households, numeric: true },
    { label: heads.people, numeric: true },
    { label: heads.how },
    { label: heads.note, wideOnly: true },
  ];
  return (
    <Panel title={title}>
      <Ledger caption={title} captionHidden columns={columns} narrow>
        {handOvers.map((each) => (
          <tr key={each.id}>
            <th scope="row">
              <Code>{each.number}</Code>
            </th>
            <td>
              <CivilDate on={each.handedOn} year />
            </td>
            <td className="num">{formatWhole(BigInt(each.households))}</td>
            <td className="num">{formatWhole(BigInt(each.people))}</td>
            <td>
              <BasisLine text={each.basis} />
              {each.groups.length > 0 && (
                <small>
                  {each.groups
                    .map(({ group, people }) => `${groups[group]} ${formatWhole(BigInt(people))}`)
                    .join(" · ")}
                </small>
              )}
              {each.registerId && (
                <small>
                  <Link to={`/desk/registers/${each.registerId}`}>
                    <Code>{each.registerNumber ?? ""}</Code>
                  </Link>
                </small>
              )}
            </td>
            <td className="wide-only">{each.note}</td>
          </tr>
        ))}
      </Ledger>
    </Panel>
  );
}
