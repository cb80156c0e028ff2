import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { OpenRegister } from "#app/domain/registers/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { BasisFields } from "./basis-fields.tsx";

export function OpenForm(props: { deliveryId: string; errors: FormErrors | undefined; requestId: string }) {
  const { create: words, basis, basisWords } = useMessages().registers;
  const { deliveryId, errors, requestId } = props;
  const form = useVerbForm({ schema: OpenRegister, errors, labels: { basis, basisWords }, requestId });
  return (
    <VerbForm form={form} id="register" className="grid max-w-3xl gap-4">
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <BasisFields />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
