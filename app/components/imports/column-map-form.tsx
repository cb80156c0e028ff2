import { RefreshCw } from "lucide-react";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import type { Choice } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { MappingForm } from "#app/domain/imports/upload-form.ts";
import type { SheetInWords } from "#app/domain/imports/in-words.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { ColumnMap } from "./column-map.tsx";

/** What every sheet and column was taken for; sent, the file is read again like that. */
export function ColumnMapForm(props: {
  importId: string;
  sheets: SheetInWords[];
  kinds: Choice[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { sheet: words } = useMessages().imports;
  const form = useVerbForm({
    schema: MappingForm,
    errors: props.errors,
    labels: { "sheets.year": words.year, "sheets.headerRow": words.headerRow, "sheets.kind": words.kind },
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} id="columns" className="grid gap-3">
      <input type="hidden" name="importId" value={props.importId} />
      {props.sheets.map((sheet, index) => (
        <details key={sheet.name} open={sheet.kind === "unknown" || sheet.problems.length > 0}>
          <summary>
            {words.title(sheet.name)} → {sheet.kindWord}
          </summary>
          <ColumnMap sheet={sheet} index={index} kinds={props.kinds} />
        </details>
      ))}
      <div>
        <SubmitButton tone="plain" name="intent" value="remap" icon={RefreshCw}>
          {words.reread}
        </SubmitButton>
      </div>
    </VerbForm>
  );
}
