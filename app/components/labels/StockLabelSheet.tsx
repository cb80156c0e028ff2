import { drawStockLabel, stockMeasures } from "#app/domain/labels/draw-stock-label.ts";
import type { PrintedStockLabel } from "#app/domain/labels/qr.ts";
import { stockSheet } from "#app/domain/labels/stock-sheet.ts";
import type { StockPaper } from "#app/domain/labels/stock-label.ts";
import { formatCode } from "#app/domain/code.ts";
import { Picture } from "./picture.tsx";
import "./labels.css";

/**
 * The labels of `stockLabelsPdf` as a page to print: drawn by the same code, in the reader's own fonts. It brings its
 * page sizes; the caller hides the rest of the page when printing.
 */
export function StockLabelSheet({
  labels,
  paper,
}: {
  labels: readonly PrintedStockLabel[];
  paper: StockPaper;
}) {
  if (paper === "60x40") {
    return (
      <div className="labels" lang="zh-CN">
        {labels.map((label) => (
          <StockLabelPicture key={label.code} label={label} paper={paper} />
        ))}
      </div>
    );
  }
  return (
    <div className="labels" lang="zh-CN">
      {sheets(labels).map((sheet) => (
        <div key={sheet[0]?.code} className="stock-sheet">
          {sheet.map((label) => (
            <StockLabelPicture key={label.code} label={label} paper={paper} />
          ))}
        </div>
      ))}
    </div>
  );
}

function StockLabelPicture({ label, paper }: { label: PrintedStockLabel; paper: StockPaper }) {
  const { width, height } = stockMeasures[paper];
  const picture = new Picture();
  drawStockLabel<PrintedStockLabel["qr"]>(picture, label, label.qr, paper);
  return (
    <svg
      className={`stock-label stock-label-${paper}`}
      width={`${width}mm`}
      height={`${height}mm`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={formatCode(label.code)}
    >
      {picture.elements}
    </svg>
  );
}

function sheets(labels: readonly PrintedStockLabel[]): PrintedStockLabel[][] {
  const count = Math.ceil(labels.length / stockSheet.cells);
  return Array.from({ length: count }, (_, n) =>
    labels.slice(n * stockSheet.cells, (n + 1) * stockSheet.cells),
  );
}
