import { formatFullDate, formatTime } from "#app/domain/dates.ts";
import { cellOf, rowsOf, sheetColumns } from "#app/domain/stocktakes/count-sheet.ts";
import type { BinToCount } from "#app/domain/stocktakes/get-sheet.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** The sheet for counting with a pen: the columns of the file, with empty boxes for the numbers. */
export function CountSheet(props: {
  stocktake: { number: string; warehouse: string; organization: string; blind: boolean };
  sheets: BinToCount[];
  printedAt: Date;
}) {
  const { sheet: words } = useMessages().stocktakes;
  const locale = useLocale();
  const { stocktake, printedAt } = props;
  const columns = sheetColumns(stocktake.blind);
  return (
    <section className="a4 min-w-[900px]">
      <h2>{words.title}</h2>
      <p className="sub">
        {stocktake.organization} · {stocktake.warehouse} · {stocktake.number}
      </p>
      <div className="meta">
        <span>
          {words.printedAt} {formatFullDate(printedAt, locale)} {formatTime(printedAt)}
        </span>
        <span>{words.counter} ____________________</span>
        <span>{words.date} ____________________</span>
      </div>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        {props.sheets.map((sheet) => (
          <tbody key={sheet.accountId}>
            {rowsOf(sheet).map((lot, i) => (
              <tr key={lot?.assetId ?? i} className="h-7">
                {columns.map((column) => (
                  <td key={column} className={column === "expected" ? "text-right" : undefined}>
                    {cellOf(column, sheet, lot, words)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className="end">{words.hint}</p>
    </section>
  );
}
