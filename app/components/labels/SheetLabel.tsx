import { LabelFooter } from "#app/components/labels/LabelFooter.tsx";
import { LabelLines } from "#app/components/labels/LabelLines.tsx";
import { LabelQr } from "#app/components/labels/LabelQr.tsx";
import { formatCode } from "#app/domain/code.ts";
import { arrange } from "#app/domain/labels/arrange.ts";
import { boxWords, labelWords as words } from "#app/domain/labels/delivery-label.ts";
import type { PrintedLabel } from "#app/domain/labels/qr.ts";

/** One label of 105 × 74.25 mm, eight of which fill an A4 sheet. */
export function SheetLabel({ label }: { label: PrintedLabel }) {
  const arrangement = arrange(label, "a4");
  return (
    <article className="sheet-label">
      <section className="label-head">
        <div className="label-code">
          <LabelQr label={label} />
          <b className="label-typed">{formatCode(label.code)}</b>
          <small>
            {words.scanShort.zh} <span lang="en">{words.scanShort.en}</span>
          </small>
        </div>
        <div className="label-to">
          <p className="label-box">
            <span>{label.number}</span>
            <b>{boxWords(label).zh}</b>
          </p>
          <strong className={arrangement.townshipLong ? "label-long" : undefined}>{label.township}</strong>
          <b>{label.site}</b>
          {label.address && <p>{label.address}</p>}
          {label.restriction && (
            <p className="label-restriction">
              <strong>{label.restriction}</strong>
            </p>
          )}
        </div>
      </section>
      <LabelLines arrangement={arrangement} />
      <LabelFooter label={label} />
    </article>
  );
}
