import { FileField } from "#app/components/fields/file-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { RowsForm as Schema } from "#app/domain/registers/forms.ts";
import type { Register } from "#app/domain/registers/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** All rows of a register at once: pasted, typed, or as a file; and what each gets unless its row says otherwise. */
export function RowsForm(props: {
  lines: Register["lines"];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { rows: words } = useMessages().registers;
  const { lines, errors, requestId } = props;
  const labels = {
    text: words.text,
    file: words.file,
    ...Object.fromEntries(lines.map(({ item }, i) => [`each.${i}.quantity`, item])),
  };
  const form = useVerbForm({ schema: Schema, errors, labels, requestId });
  const pers = (["household", "person"] as const).map((value) => ({ value, label: words.pers[value] }));
  return (
    <VerbForm form={form} id="rows" encType="multipart/form-data" className="grid max-w-3xl gap-4">
      <Note>{words.personal}</Note>
      <fieldset className="field">
        <legend>{words.each}</legend>
        <p className="text-small text-ink-2">{words.eachHint}</p>
        {lines.map((line, i) => (
          <div key={line.n} className="grid grid-cols-2 items-end gap-3">
            <input type="hidden" name={`each.${i}.n`} value={line.n} />
            <NumberField name={`each.${i}.quantity`} label={line.item} unit={line.unit} />
            <SelectField name={`each.${i}.per`} label={words.per} blank={false} choices={pers} />
          </div>
        ))}
      </fieldset>
      <TextArea name="text" rows={10} hint={words.textHint} />
      <pre className="text-small text-ink-2">{words.example}</pre>
      <FileField name="file" accept=".xlsx,.csv" hint={words.fileHint} optional />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
