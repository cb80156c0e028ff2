import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { MoveBox } from "#app/domain/boxes/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Moves a box, or a pallet with its boxes, to another place of its warehouse. */
export function MoveForm(props: {
  code: string;
  bins: { id: string; name: string }[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { move: words, places } = useMessages().boxes;
  const labels = { to: words.to, reason: words.reason };
  const form = useVerbForm({
    schema: MoveBox,
    defaults: {},
    errors: props.errors,
    labels,
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="code" value={props.code} />
      <SelectField
        name="to"
        choices={[
          ...props.bins.map(({ id, name }) => ({ value: id, label: name })),
          { value: "dock", label: places.dock },
          { value: "quarantine", label: places.quarantine },
        ]}
      />
      <TextField name="reason" optional hint={words.reasonHint} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
