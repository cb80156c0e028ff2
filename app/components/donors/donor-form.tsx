import { CheckField } from "#app/components/fields/check-field.tsx";
import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { EditDonor } from "#app/domain/donors/schema.ts";
import { donorKinds, type DonorKind } from "#db/vocabulary";
import { useMessages } from "#app/i18n/provider.tsx";

/** A donor's name, kind, and consent to be named in public. */
export function DonorForm(props: {
  donor: { id: string; name: string; kind: DonorKind; publishName: boolean };
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { donor } = props;
  const { fields: labels, kinds, consentHint, save } = useMessages().donors;
  const form = useVerbForm({
    schema: EditDonor,
    defaults: { name: donor.name, kind: donor.kind, publishName: donor.publishName ? "true" : "" },
    errors: props.errors,
    labels,
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} id="donor" className="grid gap-4">
      <input type="hidden" name="donorId" value={donor.id} />
      <TextField name="name" maxLength={100} />
      <RadioTiles name="kind" choices={donorKinds.map((kind) => ({ value: kind, label: kinds[kind] }))} />
      <CheckField name="publishName" hint={consentHint} />
      <div>
        <SubmitButton>{save}</SubmitButton>
      </div>
    </VerbForm>
  );
}
