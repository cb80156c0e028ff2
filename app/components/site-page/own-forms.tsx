import { Send } from "lucide-react";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { AskedFields, askedLabels } from "#app/components/needs/asked-fields.tsx";
import { AskNeed } from "#app/domain/needs/schema.ts";
import { ChangeContact } from "#app/domain/places/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

interface Props {
  token: string;
  errors: FormErrors | undefined;
  requestId: string;
}

/** The site asks for what it needs. */
export function AskForm({ token, errors, requestId }: Props) {
  const { needs: words } = useMessages();
  const form = useVerbForm({ schema: AskNeed, errors, labels: askedLabels(words), requestId });
  return (
    <VerbForm form={form} id="ask" action="#ask" className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <AskedFields />
      <div>
        <SubmitButton tone="go" size="mid" icon={Send} name="intent" value="ask">
          {words.form.submit}
        </SubmitButton>
      </div>
    </VerbForm>
  );
}

/** Somebody else is to be called from now on. */
export function ContactForm({ token, errors, requestId }: Props) {
  const { own: words } = useMessages().sites;
  const labels = { contactName: words.contactName, contactPhone: words.contactPhone };
  const form = useVerbForm({ schema: ChangeContact, errors, labels, requestId });
  return (
    <VerbForm form={form} id="contact" action="#contact" className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <TextField name="contactName" maxLength={40} autoComplete="name" />
      <TextField name="contactPhone" type="tel" maxLength={30} autoComplete="tel" hint={words.contactHint} />
      <div>
        <SubmitButton size="mid" name="intent" value="contact">
          {words.contactSave}
        </SubmitButton>
      </div>
    </VerbForm>
  );
}
