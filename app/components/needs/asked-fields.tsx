import { DateField } from "#app/components/fields/date-field.tsx";
import { LinesField } from "#app/components/fields/lines-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import type { Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The names of these fields, for the form's labels. */
export const askedLabels = ({ form }: Messages["needs"]) => ({
  lines: form.lines,
  "lines.wish": form.wish,
  "lines.quantity": form.quantity,
  "lines.unit": form.unit,
  people: form.people,
  neededBy: form.neededBy,
  note: form.note,
  askedBy: form.askedBy,
});

/** What is asked for: things in the site's own words, for whom, until when. */
export function AskedFields({ blank = 2 }: { blank?: number }) {
  const { form: words } = useMessages().needs;
  return (
    <>
      <LinesField name="lines" blank={blank}>
        {(line) => (
          <>
            <TextField name={`${line}.wish`} maxLength={60} />
            <NumberField name={`${line}.quantity`} />
            <TextField name={`${line}.unit`} maxLength={10} />
          </>
        )}
      </LinesField>
      <div className="quick">
        <NumberField name="people" optional />
        <DateField name="neededBy" optional />
        <TextField name="askedBy" optional maxLength={40} hint={words.askedByHint} />
      </div>
      <TextArea name="note" rows={2} optional hint={words.noteHint} />
    </>
  );
}
