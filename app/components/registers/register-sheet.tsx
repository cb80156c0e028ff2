import { BasisLine } from "./basis-line.tsx";
import { formatFullDate, formatTime } from "#app/domain/dates.ts";
import { formatWhole } from "#app/domain/quantity.ts";
import type { Register } from "#app/domain/registers/get.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

const BLANK_ROWS = 5;

/** The register on paper: ticked or signed while handing out, counted back afterwards. No names. */
export function RegisterSheet(props: {
  register: Register;
  qr: { size: number; path: string };
  printedAt: Date;
}) {
  const { sheet: words, groups, basisShort } = useMessages().registers;
  const locale = useLocale();
  const { register, qr, printedAt } = props;
  const { lines, rows } = register;
  return (
    <section className="a4 min-w-[760px]">
      <div className="grid grid-cols-[1fr_auto] items-start gap-4">
        <div>
          <h2>{words.title}</h2>
          <p className="sub">
            {register.organization} · {register.site} · <b>{register.number}</b>
          </p>
          <div className="meta">
            <span>
              {basisShort} <BasisLine text={register.basis} />
            </span>
            <span>
              {words.keeper} ________________ {words.date} ____________
            </span>
            <span>
              {words.printedAt} {formatFullDate(printedAt, locale)} {formatTime(printedAt)}
            </span>
          </div>
        </div>
        <figure className="w-24 text-center">
          <svg viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges" aria-hidden="true">
            <path d={qr.path} />
          </svg>
          <figcaption className="text-[9px]">{words.scan}</figcaption>
        </figure>
      </div>
      <table>
        <thead>
          <tr>
            {(["n", "building", "door", "group", "households", "people"] as const).map((key) => (
              <th key={key} scope="col" rowSpan={2}>
                {words.columns[key]}
              </th>
            ))}
            {lines.map(({ n, item, unit }) => (
              <th key={n} scope="colgroup" colSpan={2}>
                {words.itemHead(item, unit)}
              </th>
            ))}
            <th scope="col" rowSpan={2} className="w-40">
              {words.signed}
            </th>
          </tr>
          <tr>
            {lines.flatMap(({ n }) => [
              <th key={`${n}p`} scope="col">
                {words.shares.planned}
              </th>,
              <th key={`${n}g`} scope="col">
                {words.shares.given}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.n} className="h-7">
              <td className="text-center">{row.n}</td>
              <td>{row.building}</td>
              <td />
              <td>{row.group && groups[row.group]}</td>
              <td className="text-right">{formatWhole(BigInt(row.households))}</td>
              <td className="text-right">{formatWhole(BigInt(row.people))}</td>
              {lines.flatMap((line) => [
                <td key={`${line.n}p`} className="text-right">
                  {formatWhole(row.shares.find(({ n }) => n === line.n)?.quantity ?? 0n)}
                </td>,
                <td key={`${line.n}g`} />,
              ])}
              <td />
            </tr>
          ))}
          {Array.from({ length: BLANK_ROWS }, (_, i) => (
            <tr key={`blank${i}`} className="h-7">
              {Array.from({ length: 7 + lines.length * 2 }, (_cell, j) => (
                <td key={j} />
              ))}
            </tr>
          ))}
          <tr className="h-7">
            <th scope="row" colSpan={4}>
              {words.total}
            </th>
            <td className="text-right">{total(rows.map(({ households }) => households))}</td>
            <td className="text-right">{total(rows.map(({ people }) => people))}</td>
            {lines.flatMap(({ n, planned }) => [
              <td key={`${n}p`} className="text-right">
                {formatWhole(planned)}
              </td>,
              <td key={`${n}g`} />,
            ])}
            <td />
          </tr>
        </tbody>
      </table>
      <p className="end">
        {words.hint} {words.foot}
      </p>
    </section>
  );
}

const total = (numbers: number[]): string =>
  formatWhole(BigInt(numbers.reduce((sum, each) => sum + each, 0)));
