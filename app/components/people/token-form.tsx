import { KeyRound } from "lucide-react";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { CreateToken } from "#app/domain/people/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { roleChoices } from "./role-choices.ts";

export function TokenForm({ errors, requestId }: { errors: FormErrors | undefined; requestId: string }) {
  const messages = useMessages();
  const words = messages.people;
  const labels = { name: words.tokenName, role: words.role };
  const form = useVerbForm({ schema: CreateToken, errors, labels, requestId });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <TextField name="name" hint={words.tokenNameHint} autoComplete="off" />
      <SelectField name="role" choices={roleChoices(messages)} />
      <div>
        <SubmitButton icon={KeyRound} name="intent" value="create">
          {words.createToken}
        </SubmitButton>
      </div>
    </VerbForm>
  );
}
