import { CartonLabel } from "#app/components/labels/CartonLabel.tsx";
import { SheetLabel } from "#app/components/labels/SheetLabel.tsx";
import type { LabelFormat } from "#app/domain/labels/delivery-label.ts";
import type { PrintedLabel } from "#app/domain/labels/qr.ts";
import "./labels.css";

const LABELS_A_SHEET = 8;

/**
 * The labels of `deliveryLabelsPdf` as a page to print: same words, sizes and arrangement, drawn in the reader's own
 * fonts. It brings its page sizes; the caller hides the rest of the page when printing.
 */
export function DeliveryLabelSheet({
  labels,
  format,
}: {
  labels: readonly PrintedLabel[];
  format: LabelFormat;
}) {
  if (format === "100x150") {
    return (
      <div className="labels" lang="zh-CN">
        {labels.map((label) => (
          <CartonLabel key={`${label.code} ${label.boxNumber}`} label={label} />
        ))}
      </div>
    );
  }
  return (
    <div className="labels" lang="zh-CN">
      {sheets(labels).map((sheet) => (
        <div key={`${sheet[0]?.code} ${sheet[0]?.boxNumber}`} className="label-sheet">
          {sheet.map((label) => (
            <SheetLabel key={`${label.code} ${label.boxNumber}`} label={label} />
          ))}
        </div>
      ))}
    </div>
  );
}

function sheets(labels: readonly PrintedLabel[]): PrintedLabel[][] {
  const count = Math.ceil(labels.length / LABELS_A_SHEET);
  return Array.from({ length: count }, (_, n) => labels.slice(n * LABELS_A_SHEET, (n + 1) * LABELS_A_SHEET));
}
