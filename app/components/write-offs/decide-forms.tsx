import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { ApproveWriteOff, RejectWriteOff } from "#app/domain/write-offs/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

interface Props {
  writeOffId: string;
  errors: FormErrors | undefined;
  requestId: string;
}

/** Approves. Whoever asked is told to leave it to somebody else, and must say why it is an emergency. */
export function ApproveForm({ writeOffId, isOwn, errors, requestId }: Props & { isOwn: boolean }) {
  const { decide: words } = useMessages().writeOffs;
  const labels = { remark: words.remark, overrideReason: words.override };
  const form = useVerbForm({ schema: ApproveWriteOff, errors, labels, requestId });
  return (
    <VerbForm form={form} id="approve" className="grid max-w-xl gap-4">
      <input type="hidden" name="intent" value="approve" />
      <input type="hidden" name="writeOffId" value={writeOffId} />
      {isOwn && (
        <>
          <Note tone="warn">{words.own}</Note>
          <TextArea name="overrideReason" rows={2} />
        </>
      )}
      <TextField name="remark" optional maxLength={500} />
      <div>
        <SubmitButton tone={isOwn ? "danger" : "primary"}>{words.approve}</SubmitButton>
      </div>
    </VerbForm>
  );
}

export function RejectForm({ writeOffId, errors, requestId }: Props) {
  const { decide: words } = useMessages().writeOffs;
  const form = useVerbForm({
    schema: RejectWriteOff,
    errors,
    labels: { remark: words.rejectReason },
    requestId,
  });
  return (
    <VerbForm form={form} id="reject" className="grid max-w-xl gap-4">
      <input type="hidden" name="intent" value="reject" />
      <input type="hidden" name="writeOffId" value={writeOffId} />
      <TextArea name="remark" rows={2} />
      <div>
        <SubmitButton tone="plain">{words.reject}</SubmitButton>
      </div>
    </VerbForm>
  );
}
