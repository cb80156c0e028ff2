import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import type { CaseLine } from "#app/domain/cases/get.server.ts";
import type { Report, ReportedLine, TwoReports } from "#app/domain/cases/report.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Both counts of a delivery side by side; the lines on which they differ are marked. */
export function TwoCounts({ lines, reports }: { lines: CaseLine[]; reports: TwoReports }) {
  const { counts: words } = useMessages().cases.detail;
  const { first, second } = reports;
  return (
    <Ledger
      caption={words.stands}
      captionHidden
      columns={[
        { label: words.item },
        { label: words.sent, numeric: true },
        { label: <Whose what={words.first} report={first} /> },
        { label: <Whose what={words.second} report={second} /> },
      ]}
    >
      {lines.map((line) => {
        const [one, other] = [first, second].map((report) => report.lines.find(({ n }) => n === line.n));
        return (
          <tr key={line.n} className={sayingOf(one) === sayingOf(other) ? undefined : "flag"}>
            <th scope="row">{line.item}</th>
            <td className="num">
              <Quantity quantity={line.quantity} unit={line.unit} />
            </td>
            <td>
              <Counted line={one} unit={line.unit} />
            </td>
            <td>
              <Counted line={other} unit={line.unit} />
            </td>
          </tr>
        );
      })}
    </Ledger>
  );
}

function Whose({ what, report }: { what: string; report: Report }) {
  return (
    <>
      {what}
      <small className="block font-normal">
        {[report.by, report.post].filter(Boolean).join("，")} <DateTime at={new Date(report.at)} />
      </small>
    </>
  );
}

const sayingOf = (line: ReportedLine | undefined): string =>
  [line?.good, line?.short, line?.damaged, line?.extra].join("/");

function Counted({ line, unit }: { line: ReportedLine | undefined; unit: string }) {
  const { cases, deliveries } = useMessages();
  const { counts: words } = cases.detail;
  if (line === undefined) return <>—</>;
  const figures = (["short", "damaged", "extra"] as const).filter((kind) => line[kind] !== "0");
  const why = [line.reason && deliveries.reasons[line.reason], line.remark].filter(Boolean).join("：");
  return (
    <>
      <b>{words.good(formatQuantity(BigInt(line.good), unit))}</b>
      {figures.map((kind) => (
        <span key={kind} className="block text-bad">
          {words[kind](formatQuantity(BigInt(line[kind]), unit))}
        </span>
      ))}
      {why && <small>{why}</small>}
    </>
  );
}
