import { FileUp } from "lucide-react";
import { FileField } from "#app/components/fields/file-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { SheetForm } from "#app/domain/stocktakes/sheet-form.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Sends a filled count sheet to be read; nothing is stored yet. */
export function SheetUpload(props: { errors: FormErrors | undefined; requestId: string }) {
  const { upload: words } = useMessages().stocktakes;
  const form = useVerbForm({
    schema: SheetForm,
    errors: props.errors,
    labels: { file: words.file },
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} id="sheet" encType="multipart/form-data" className="grid max-w-xl gap-3">
      <FileField name="file" accept=".xlsx,.xls,.csv" hint={words.fileHint} />
      <div>
        <SubmitButton icon={FileUp}>{words.read}</SubmitButton>
      </div>
    </VerbForm>
  );
}
