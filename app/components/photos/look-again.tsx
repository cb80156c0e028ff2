import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import type { Redaction } from "#db";
import { hiddenParts } from "#app/domain/photos/hidden-parts.ts";
import { PublishPhoto } from "#app/domain/photos/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { sides } from "./parts.ts";
import { WholePhoto } from "./whole-photo.tsx";

/** The photo as everybody would see it, painted by the server, and the button that makes it so. */
export function LookAgain(props: {
  photo: { id: string; width: number; height: number };
  redactions: readonly Redaction[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { photo, redactions, errors, requestId } = props;
  const { check: words } = useMessages().photos;
  const form = useVerbForm({ schema: PublishPhoto, errors, requestId });
  const isBare = redactions.length === 0;
  const fields: [name: string, value: string][] = redactions.flatMap((part, index) =>
    sides.map((side): [string, string] => [`redactions.${index}.${side}`, `${part[side]}`]),
  );
  return (
    <VerbForm form={form} id="publish" className="grid gap-4">
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="photoId" value={photo.id} />
      {isBare && <input type="hidden" name="redactions" value="none" />}
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>{isBare ? words.nothing : words.covered(redactions.length)}</p>
      <WholePhoto
        photo={photo}
        src={isBare ? `/photos/${photo.id}` : `/photos/${photo.id}?${hiddenParts(redactions)}`}
        alt={words.alt}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{isBare ? words.publishBare : words.publish}</SubmitButton>
        <LinkButton href={`/desk/photos/${photo.id}?${new URLSearchParams([...fields, ["more", "1"]])}`}>
          {words.again}
        </LinkButton>
      </div>
    </VerbForm>
  );
}
