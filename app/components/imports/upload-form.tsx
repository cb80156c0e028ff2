import { FileUp } from "lucide-react";
import { FileField } from "#app/components/fields/file-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { WorkbookForm } from "#app/domain/imports/upload-form.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Sends a workbook to be read; nothing is written yet. */
export function UploadForm(props: { errors: FormErrors | undefined; requestId: string }) {
  const { upload } = useMessages().imports;
  const form = useVerbForm({
    schema: WorkbookForm,
    errors: props.errors,
    labels: { file: upload.file },
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} id="workbook" encType="multipart/form-data" className="grid gap-3">
      <FileField name="file" accept=".xlsx,.xls,.csv" hint={upload.hint} />
      <div>
        <SubmitButton icon={FileUp}>{upload.button}</SubmitButton>
      </div>
    </VerbForm>
  );
}
