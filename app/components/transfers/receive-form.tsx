import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { Transfer } from "#app/domain/transfers/get.server.ts";
import { ReceiveTransfer } from "#app/domain/transfers/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What came of each line: all of it unless changed, and why not. */
export function ReceiveForm(props: {
  transfer: Transfer;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { receive: words } = useMessages().transfers;
  const { transfer, errors, requestId } = props;
  const labels = Object.fromEntries(
    transfer.lines.flatMap(({ item }, i) => [
      [`lines.${i}.received`, words.received(item)],
      [`lines.${i}.damaged`, words.damaged(item)],
      [`lines.${i}.remark`, words.remark(item)],
    ]),
  );
  const form = useVerbForm({ schema: ReceiveTransfer, errors, labels, requestId });
  return (
    <VerbForm form={form} id="receive" className="grid gap-4">
      <input type="hidden" name="transferId" value={transfer.id} />
      <p className="text-small text-ink-2">{words.note}</p>
      {transfer.lines.map((line, i) => (
        <fieldset key={line.n} className="grid gap-2 border-b border-line pb-4">
          <legend className="font-semibold">{line.item}</legend>
          <input type="hidden" name={`lines.${i}.n`} value={line.n} />
          <div className="quick">
            <NumberField
              name={`lines.${i}.received`}
              label={words.receivedShort}
              hint={words.of(formatQuantity(line.quantity, line.unit))}
              unit={line.unit}
              defaultValue={String(line.quantity)}
            />
            <NumberField name={`lines.${i}.damaged`} label={words.damagedShort} optional unit={line.unit} />
            <TextField
              name={`lines.${i}.remark`}
              label={words.remarkShort}
              optional
              maxLength={300}
              className="full"
            />
          </div>
        </fieldset>
      ))}
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
