import { DateField } from "#app/components/fields/date-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { Register } from "#app/domain/registers/get.server.ts";
import { CloseRegister } from "#app/domain/registers/schema.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What went out by the pile, beside what the rows add up to. */
export function CloseForm(props: {
  register: Pick<Register, "id" | "lines">;
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { close: words } = useMessages().registers;
  const { register, today, errors, requestId } = props;
  const labels = {
    handedOn: words.handedOn,
    explanation: words.explanation,
    ...Object.fromEntries(register.lines.map(({ item }, i) => [`lines.${i}.quantity`, item])),
  };
  const defaults = { handedOn: today };
  const form = useVerbForm({ schema: CloseRegister, defaults, errors, labels, requestId });
  return (
    <VerbForm form={form} id="close" className="grid max-w-3xl gap-4">
      <input type="hidden" name="registerId" value={register.id} />
      <DateField name="handedOn" max={today} className="max-w-60" />
      <fieldset className="field">
        <legend>{words.lines}</legend>
        <p className="text-small text-ink-2">{words.linesHint}</p>
        {register.lines.map((line, i) => (
          <div key={line.n} className="grid items-end gap-x-4 gap-y-1 desk:grid-cols-[minmax(0,16rem)_1fr]">
            <input type="hidden" name={`lines.${i}.n`} value={line.n} />
            <NumberField name={`lines.${i}.quantity`} label={line.item} unit={line.unit} />
            <p className="pb-2">
              <b>{words.rowsTotal(formatQuantity(line.given, line.unit))}</b>{" "}
              <span className="text-ink-2">{words.atSite(formatQuantity(line.atSite, line.unit))}</span>
            </p>
          </div>
        ))}
      </fieldset>
      <TextArea name="explanation" rows={2} hint={words.explanationHint} optional />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
