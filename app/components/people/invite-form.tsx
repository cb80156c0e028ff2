import { Link } from "lucide-react";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { InviteUser } from "#app/domain/people/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { roleChoices } from "./role-choices.ts";

/** Invites somebody; which organization is asked only where there is more than one. */
export function InviteForm(props: {
  organizations: { id: string; name: string }[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { organizations, errors, requestId } = props;
  const messages = useMessages();
  const words = messages.people;
  const labels = { organizationId: words.organization, role: words.role, note: words.inviteFor };
  const form = useVerbForm({ schema: InviteUser, errors, labels, requestId });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="intent" value="invite" />
      <p>{words.inviteNote}</p>
      {organizations.length > 1 && (
        <SelectField
          name="organizationId"
          blank={false}
          choices={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SelectField name="role" choices={roleChoices(messages)} />
      <TextField name="note" optional hint={words.inviteForHint} autoComplete="off" />
      <div>
        <SubmitButton icon={Link}>{words.makeLink}</SubmitButton>
      </div>
    </VerbForm>
  );
}
