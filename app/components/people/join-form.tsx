import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { JoinOrganization } from "#app/domain/people/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Somebody who is signed in: one button. */
export function JoinForm(props: {
  name: string;
  token: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { name, token, errors, requestId } = props;
  const { people: words } = useMessages();
  const form = useVerbForm({ schema: JoinOrganization, errors, requestId });
  return (
    <>
      <VerbForm form={form}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="mid" name="intent" value="join">
          {words.joinAs(name)}
        </SubmitButton>
      </VerbForm>
      <p>{words.notYou}</p>
    </>
  );
}
