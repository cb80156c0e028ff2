import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { RenewPassword } from "#app/domain/people/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Somebody who lost their password sets another. */
export function RenewPasswordForm(props: {
  token: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { token, errors, requestId } = props;
  const { people: words } = useMessages();
  const labels = { password: words.newPassword };
  const form = useVerbForm({ schema: RenewPassword, errors, labels, requestId });
  return (
    <VerbForm form={form} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <TextField name="password" type="password" autoComplete="new-password" hint={words.newPasswordHint} />
      <div>
        <SubmitButton size="mid" name="intent" value="renew">
          {words.renew}
        </SubmitButton>
      </div>
    </VerbForm>
  );
}
