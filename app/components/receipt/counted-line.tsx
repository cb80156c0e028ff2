import { Camera } from "lucide-react";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { packOf } from "#app/components/stock/lot-facts.tsx";
import { differenceKinds } from "#app/domain/deliveries/counted-form.ts";
import type { DoorLine } from "#app/domain/deliveries/find-by-code.server.ts";
import { formatPacks } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { receiptId, ReceiptText, typedIn } from "./receipt-field.tsx";

interface LineProps {
  line: DoorLine;
  /** "lines.0" */
  at: string;
  answer: FormErrors | undefined;
}

/**
 * What is wrong with a line, and how much of it: in whole packs and loose pieces where it came in packs, since nobody in a
 * doorway multiplies by 2,000. The script adds the sum below, and a photo.
 */
export function CountedLine(props: LineProps & { toCount: bigint; open: boolean }) {
  const { line, at, answer, toCount, open } = props;
  const words = useMessages().receipt;
  const touched =
    typedIn(answer, `${at}.what`) !== undefined ||
    Object.keys(answer?.fields ?? {}).some((name) => name.startsWith(`${at}.`));
  return (
    <details className="line" open={open || touched} data-line={at}>
      <summary>
        <h3 className="inline">{line.item}</h3>
        <div>{words.sent(formatPacks(toCount, line.unit, packOf(line)))}</div>
      </summary>
      <div className="grid gap-3 pt-3">
        <What line={line} at={at} answer={answer} />
        <div className="count-more">
          <HowMany line={line} at={at} answer={answer} />
          <ReceiptText
            name={`${at}.damaged`}
            label={words.alsoDamaged(line.unit)}
            answer={answer}
            attributes={{ inputMode: "numeric", autoComplete: "off" }}
          />
          <output className="count-sum" data-sum />
          <PhotoButton item={line.item} />
          <ReceiptText
            name={`${at}.remark`}
            label={words.remark}
            answer={answer}
            attributes={{ maxLength: 300, autoComplete: "off" }}
          />
        </div>
      </div>
    </details>
  );
}

function What({ line, at, answer }: LineProps) {
  const words = useMessages().receipt;
  const chosen = typedIn(answer, `${at}.what`) ?? "";
  return (
    <fieldset className="field">
      <legend>
        {words.what}
        <span className="sr-only">{line.item}</span>
      </legend>
      <div className="pick pick-what">
        {(["", ...differenceKinds] as const).map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name={`${at}.what`}
              value={kind}
              id={kind === "" ? receiptId(`${at}.what`) : undefined}
              defaultChecked={chosen === kind}
            />
            <span>
              {words.kinds[kind === "" ? "none" : kind]}
              {kind !== "" && <small>{words.kindHints[kind]}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function HowMany({ line, at, answer }: LineProps) {
  const words = useMessages().receipt;
  const { packName, packSize, unit } = line;
  const attributes = { inputMode: "numeric", autoComplete: "off" } as const;
  if (packName === null || packSize === null) {
    return (
      <ReceiptText
        name={`${at}.loose`}
        label={words.wrongPieces(unit)}
        answer={answer}
        attributes={attributes}
      />
    );
  }
  return (
    <div className="grid grid-cols-2 items-end gap-3">
      <ReceiptText
        name={`${at}.packs`}
        label={words.wrongPacks(packName)}
        answer={answer}
        attributes={attributes}
      />
      <ReceiptText
        name={`${at}.loose`}
        label={words.wrongLoose(unit)}
        answer={answer}
        attributes={attributes}
      />
    </div>
  );
}

/** Hidden until the script can keep what it takes: a plain form carries no photo, and is never held up for one. */
function PhotoButton({ item }: { item: string }) {
  const words = useMessages().receipt;
  return (
    <div data-photo hidden>
      <label className="btn btn-mid photo-button">
        <Camera aria-hidden />
        {words.takePhoto}
        <input type="file" accept="image/*" capture="environment" multiple aria-label={words.photoOf(item)} />
      </label>
      <div className="photo-row" data-photo-row />
    </div>
  );
}
