import { sentenceFor } from "#app/components/fields/form-context.ts";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import type { DoorLine } from "#app/domain/deliveries/find-by-code.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { receiptId } from "./receipt-field.tsx";

/** What keeps it from being signed, above the form; each item leads to its field. */
export function ReceiptProblems({ answer, lines }: { answer: FormErrors | undefined; lines: DoorLine[] }) {
  const messages = useMessages();
  const words = messages.receipt;
  const problems = Object.entries(answer?.fields ?? {});
  if (answer === undefined || (problems.length === 0 && !answer.form)) return null;
  const labels = new Map([
    ["name", words.name],
    ["post", words.post],
    ["pin", words.pin],
    ["phoneEnd", words.phoneEnd],
  ]);
  const items = problems.map(([name, key]) => ({
    href: `#${receiptId(name)}`,
    label: labels.get(name) ?? lines[Number(name.split(".")[1])]?.item ?? "",
    text: sentenceFor(key, messages) ?? "",
  }));
  return (
    <div className="pad">
      <ErrorSummary title={words.notSigned} text={answer.form} items={items} attempt={answer} />
    </div>
  );
}
