import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Link } from "#app/components/layout/router.ts";
import { AcceptInvitation } from "#app/domain/people/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Somebody new: name, login and password. */
export function AcceptForm(props: { token: string; errors: FormErrors | undefined; requestId: string }) {
  const { token, errors, requestId } = props;
  const { people: words } = useMessages();
  const labels = { name: words.acceptName, login: words.login, password: words.newPassword };
  const form = useVerbForm({ schema: AcceptInvitation, errors, labels, requestId });
  return (
    <>
      <VerbForm form={form} className="grid gap-4">
        <input type="hidden" name="token" value={token} />
        <TextField name="name" autoComplete="name" hint={words.acceptNameHint} />
        <TextField
          name="login"
          autoComplete="username"
          inputMode="email"
          spellCheck={false}
          hint={words.acceptLoginHint}
        />
        <TextField name="password" type="password" autoComplete="new-password" hint={words.newPasswordHint} />
        <div>
          <SubmitButton size="mid" name="intent" value="accept">
            {words.accept}
          </SubmitButton>
        </div>
      </VerbForm>
      <p>
        <Link to={`/sign-in?next=${encodeURIComponent(`/invitations/${token}`)}`}>{words.haveAccount}</Link>
      </p>
    </>
  );
}
