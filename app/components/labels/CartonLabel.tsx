import { LabelFooter } from "#app/components/labels/LabelFooter.tsx";
import { LabelLines } from "#app/components/labels/LabelLines.tsx";
import { LabelQr } from "#app/components/labels/LabelQr.tsx";
import { formatCode } from "#app/domain/code.ts";
import { arrange } from "#app/domain/labels/arrange.ts";
import { boxWords, labelWords as words, typingAddress } from "#app/domain/labels/delivery-label.ts";
import type { PrintedLabel } from "#app/domain/labels/qr.ts";

/** One label of 100 × 150 mm. */
export function CartonLabel({ label }: { label: PrintedLabel }) {
  const box = boxWords(label);
  const arrangement = arrange(label, "100x150");
  return (
    <article className="carton-label">
      <header className="label-title">
        <div>
          <b>{words.title.zh}</b>
          <small lang="en">{words.title.en}</small>
        </div>
        <div className="label-box">
          <b>{box.zh}</b>
          <small lang="en">{box.en}</small>
        </div>
      </header>
      <section className="label-to">
        <small>
          {words.to.zh} <span lang="en">{words.to.en}</span>
        </small>
        <strong className={arrangement.townshipLong ? "label-long" : undefined}>{label.township}</strong>
        <b>{label.site}</b>
        {label.address && <p>{label.address}</p>}
      </section>
      {label.restriction && (
        <p className="label-restriction">
          <strong>{label.restriction}</strong>
          <small>
            {words.restricted.zh} <span lang="en">{words.restricted.en}</span>
          </small>
        </p>
      )}
      <CartonCode label={label} />
      <LabelLines arrangement={arrangement} />
      <Signatures />
      <LabelFooter label={label} />
    </article>
  );
}

function CartonCode({ label }: { label: PrintedLabel }) {
  return (
    <section className="label-code">
      <LabelQr label={label} />
      <div>
        <b className="label-typed">{formatCode(label.code)}</b>
        <p className="label-number">
          {words.number.zh} <span lang="en">{words.number.en}</span> <b>{label.number}</b>
        </p>
        <p>{words.scan.zh}</p>
        <p>{words.pin.zh}</p>
        <p>
          <b>
            {words.scanFails.zh} {typingAddress(label.url)}
          </b>
        </p>
        <p>{words.typeCode.zh}</p>
        <small lang="en">
          {words.scan.en} {words.pin.en}
        </small>
      </div>
    </section>
  );
}

function Signatures() {
  return (
    <div className="label-signatures">
      {[words.carrierSigns, words.receiverSigns].map((signature) => (
        <div key={signature.en}>
          {signature.zh}
          <small lang="en">{signature.en}</small>
        </div>
      ))}
    </div>
  );
}
