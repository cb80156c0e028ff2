import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { RemovePhoto, UnpublishPhoto } from "#app/domain/photos/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

interface Props {
  photoId: string;
  errors: FormErrors | undefined;
  requestId: string;
}

/** Keeps a photo inside, or takes it back from the public. */
export function KeepInsideForm({ photoId, errors, requestId, isPublic }: Props & { isPublic: boolean }) {
  const { keepInside: words } = useMessages().photos;
  const form = useVerbForm({ schema: UnpublishPhoto, errors, requestId });
  return (
    <VerbForm form={form} id="unpublish" className="grid gap-4">
      <input type="hidden" name="intent" value="unpublish" />
      <input type="hidden" name="photoId" value={photoId} />
      <p>{isPublic ? words.takeBackText : words.text}</p>
      <div>
        <SubmitButton tone="plain">{isPublic ? words.takeBack : words.button}</SubmitButton>
      </div>
    </VerbForm>
  );
}

/** Removes a photo for good, with a reason. */
export function RemoveForm({ photoId, errors, requestId }: Props) {
  const { remove: words } = useMessages().photos;
  const form = useVerbForm({ schema: RemovePhoto, errors, labels: { reason: words.reason }, requestId });
  return (
    <VerbForm form={form} id="remove" className="grid gap-4">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="photoId" value={photoId} />
      <p>{words.text}</p>
      <TextArea name="reason" rows={2} />
      <div>
        <SubmitButton tone="danger">{words.button}</SubmitButton>
      </div>
    </VerbForm>
  );
}
