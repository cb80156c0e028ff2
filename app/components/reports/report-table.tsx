import type { ReactNode } from "react";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { formatYuan } from "#app/domain/money.ts";
import { formatWhole } from "#app/domain/quantity.ts";
import type { Cell, ReportColumn } from "#app/domain/reports/column.ts";

/** A public table by its columns, which its files share. `foot` rows are cells under the same columns. */
export function ReportTable<Row>(props: {
  caption: string;
  columns: ReportColumn<Row>[];
  rows: readonly Row[];
  foot?: readonly (readonly Cell[])[];
  empty: ReactNode;
}) {
  const { columns, rows, foot } = props;
  return (
    <div className="report-wide">
      <Ledger
        caption={props.caption}
        captionHidden
        columns={columns.map(({ label, numeric }) => ({ label, numeric: numeric ?? false }))}
        foot={
          foot && (
            <>
              {foot.map((cells, i) => (
                <tr key={i}>{cells.map((cell, at) => one(cell, at === 0, isNumber(cell), at))}</tr>
              ))}
            </>
          )
        }
        empty={props.empty}
      >
        {rows.map((row, i) => (
          <tr key={i}>
            {columns.map(({ cell, numeric }, at) => one(cell(row), at === 0, numeric ?? false, at))}
          </tr>
        ))}
      </Ledger>
    </div>
  );
}

function one(cell: Cell, head: boolean, numeric: boolean, key: number) {
  const className = numeric ? "num" : "whitespace-nowrap";
  if (!head) return <td key={key} className={className} children={text(cell)} />;
  return <th key={key} scope="row" className={className} children={text(cell)} />;
}

const isNumber = (cell: Cell): boolean => cell !== null && typeof cell !== "string";

function text(cell: Cell): string {
  if (cell === null) return "—";
  if (typeof cell === "string") return cell;
  return "fen" in cell ? formatYuan(cell.fen) : formatWhole(cell.whole);
}
