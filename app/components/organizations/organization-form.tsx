import type { z } from "zod";
import { organizationKinds } from "#db/vocabulary";
import type { FormErrors, TypedValues } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** What is said of an organization, for adding and for editing one. `values` are its present particulars. */
export function OrganizationForm(props: {
  schema: z.ZodType;
  button: string;
  organizationId?: string;
  values?: TypedValues;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { schema, values: defaults, errors, requestId, organizationId } = props;
  const { organizations: words } = useMessages();
  const { name, kind, uscc, hotline } = words;
  const form = useVerbForm({
    schema,
    errors,
    requestId,
    labels: { name, kind, uscc, hotline },
    ...(defaults && { defaults }),
  });
  const kinds = organizationKinds.map((value) => ({ value, label: words.kinds[value] }));
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      {organizationId !== undefined && <input type="hidden" name="organizationId" value={organizationId} />}
      <TextField name="name" autoComplete="off" />
      <SelectField name="kind" choices={kinds} />
      <TextField
        name="uscc"
        optional
        hint={words.usccHint}
        maxLength={30}
        spellCheck={false}
        autoComplete="off"
      />
      <TextField name="hotline" optional hint={words.hotlineHint} inputMode="tel" autoComplete="off" />
      <div>
        <SubmitButton>{props.button}</SubmitButton>
      </div>
    </VerbForm>
  );
}
