import { type DeliveryLabel, dispatchWords, labelWords as words } from "#app/domain/labels/delivery-label.ts";

/** Not for sale, whom to telephone, whose delivery it is and by when it must leave. */
export function LabelFooter({ label }: { label: DeliveryLabel }) {
  return (
    <footer className="label-foot">
      <div>
        <span>
          <b>{words.notForSale.zh}</b> <small lang="en">{words.notForSale.en}</small>
        </span>
        {label.hotline && (
          <b>
            {words.hotline.zh} {label.hotline}
          </b>
        )}
      </div>
      <div>
        <span>{label.organization}</span>
        {label.dispatchBy && <span className="label-dispatch">{dispatchWords(label.dispatchBy)}</span>}
      </div>
    </footer>
  );
}
