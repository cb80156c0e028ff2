import { BookCheck } from "lucide-react";
import { CheckField } from "#app/components/fields/check-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { CommitImport } from "#app/domain/imports/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Writes a draft into the books; while something must be mended it says what stands in the way instead. */
export function CommitForm(props: {
  importId: string;
  accepted: number;
  problems: number;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { commit } = useMessages().imports;
  const form = useVerbForm({
    schema: CommitImport,
    errors: props.errors,
    labels: { publishDonorNames: commit.publish },
    requestId: props.requestId,
  });
  if (props.problems > 0) {
    return (
      <Note tone="bad">
        <b>{commit.blocked(props.problems)}</b>
        <br />
        {commit.blockedTodo}
      </Note>
    );
  }
  if (props.accepted === 0) return <Note tone="warn">{commit.nothing}</Note>;
  return (
    <VerbForm form={form} id="commit" className="grid gap-3">
      <input type="hidden" name="importId" value={props.importId} />
      <CheckField name="publishDonorNames" hint={commit.publishHint} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton name="intent" value="commit" icon={BookCheck}>
          {commit.button(props.accepted)}
        </SubmitButton>
        <span className="text-small text-ink-2">{commit.allOrNothing}</span>
      </div>
    </VerbForm>
  );
}
