import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { ChangePassword } from "#app/domain/people/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

export function ChangePasswordForm({ errors }: { errors: FormErrors | undefined }) {
  const { session: words } = useMessages();
  const labels = { password: words.presentPassword, newPassword: words.newPassword };
  const form = useVerbForm({ schema: ChangePassword, errors, labels });
  return (
    <VerbForm form={form} className="grid max-w-md gap-4">
      <p>{words.changePasswordNote}</p>
      <TextField name="password" type="password" autoComplete="current-password" />
      <TextField
        name="newPassword"
        type="password"
        autoComplete="new-password"
        hint={words.newPasswordHint}
      />
      <div>
        <SubmitButton name="intent" value="change-password">
          {words.changeButton}
        </SubmitButton>
      </div>
    </VerbForm>
  );
}
