import { differenceReasons } from "#db/vocabulary";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { Form, Link } from "#app/components/layout/router.ts";
import { packOf } from "#app/components/stock/lot-facts.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import type { DoorDelivery, DoorLine } from "#app/domain/deliveries/find-by-code.server.ts";
import { formatPacks } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { receiptInput, ReceiptLabel, ReceiptText } from "./receipt-field.tsx";
import { ReceiptProblems } from "./receipt-problems.tsx";
import { ReceiptSigner } from "./receipt-signer.tsx";

/** What was counted, line by line; what is not touched was all there. Carries name and PIN along. */
export function ReceiptCount(props: {
  delivery: DoorDelivery;
  answer: FormErrors | undefined;
  requestId: string;
}) {
  const { delivery, answer, requestId } = props;
  const words = useMessages().receipt;
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="requestId" value={requestId} />
      <ReceiptProblems answer={answer} lines={delivery.lines} />
      <div className="pad">
        {delivery.status === "confirmed" && <Note>{words.countAgain(delivery.signedBy ?? "")}</Note>}
        <h2>{words.countTitle}</h2>
        <p>{words.countHint}</p>
        {delivery.lines.map((line, index) => (
          <CountedLine
            key={line.n}
            line={line}
            at={`lines.${index}`}
            open={delivery.lines.length === 1}
            answer={answer}
          />
        ))}
      </div>
      <hr className="rule" />
      <ReceiptSigner answer={answer} name={delivery.contactName} />
      <div className="dock">
        <Button tone="primary" size="big" name="intent" value="lines">
          {words.submitCount}
        </Button>
        <Link className="btn btn-mid" to={`/q/${delivery.code}`}>
          {words.backToAll}
        </Link>
      </div>
    </Form>
  );
}

interface LineProps {
  line: DoorLine;
  /** "lines.0" */
  at: string;
  answer: FormErrors | undefined;
}

function CountedLine(props: LineProps & { open: boolean }) {
  const { line, at, answer, open } = props;
  const words = useMessages().receipt;
  const isWrong = Object.keys(answer?.fields ?? {}).some((name) => name.startsWith(`${at}.`));
  return (
    <details className="line" open={open || isWrong}>
      <summary>
        <h3 className="inline">{line.item}</h3>
        <div>{words.sent(formatPacks(line.quantity, line.unit, packOf(line)))}</div>
      </summary>
      <div className="grid gap-3 pt-3">
        <Good line={line} at={at} answer={answer} />
        <ReceiptText
          name={`${at}.damaged`}
          label={words.damaged(line.unit)}
          answer={answer}
          attributes={{ inputMode: "numeric" }}
        />
        <Reason at={at} answer={answer} />
        <ReceiptText
          name={`${at}.remark`}
          label={words.remark}
          answer={answer}
          attributes={{ maxLength: 300 }}
        />
      </div>
    </details>
  );
}

/** In whole packs and loose pieces where it came in packs: nobody in a doorway multiplies by 2,000. */
function Good({ line, at, answer }: LineProps) {
  const words = useMessages().receipt;
  const { packName, packSize, quantity, unit } = line;
  const attributes = { inputMode: "numeric" } as const;
  const good = answer?.fields[`${at}.good`];
  if (packName === null || packSize === null) {
    return (
      <ReceiptText
        name={`${at}.good`}
        label={words.good(unit)}
        answer={answer}
        defaultValue={String(quantity)}
        attributes={attributes}
      />
    );
  }
  const shown = answer && good ? { ...answer, fields: { ...answer.fields, [`${at}.packs`]: good } } : answer;
  return (
    <>
      <div id={`receipt-${at.replace(".", "-")}-good`} className="grid grid-cols-2 items-end gap-3">
        <ReceiptText
          name={`${at}.packs`}
          label={words.goodPacks(packName)}
          answer={shown}
          defaultValue={String(quantity / packSize)}
          attributes={attributes}
        />
        <ReceiptText
          name={`${at}.loose`}
          label={words.goodLoose(unit)}
          answer={answer}
          defaultValue={String(quantity % packSize)}
          attributes={attributes}
        />
      </div>
      <Pack quantity={packSize} unit={unit} pack={{ name: packName, size: packSize }} />
    </>
  );
}

function Reason({ at, answer }: { at: string; answer: FormErrors | undefined }) {
  const { receipt: words, deliveries } = useMessages();
  const field = { name: `${at}.reason`, label: words.reason, answer, defaultValue: "" };
  return (
    <div className="field">
      <ReceiptLabel {...field} />
      <select className="input" {...receiptInput(field)}>
        <option value="">{words.nothingWrong}</option>
        {differenceReasons.map((reason) => (
          <option key={reason} value={reason}>
            {deliveries.reasons[reason]}
          </option>
        ))}
      </select>
    </div>
  );
}
