import { Camera, ImageUp, X } from "lucide-react";
import { useId } from "react";
import { FileField } from "#app/components/fields/file-field.tsx";
import { useScript } from "#app/components/fields/form-context.ts";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { PHOTO_LIMITS } from "#app/domain/photos/limits.ts";
import { PhotoForm, type Subject } from "#app/domain/photos/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { type Upload, useUploads } from "./use-uploads.ts";
import "./photos.css";

interface Props {
  subject: Subject;
  /** How many photos it has already. */
  kept: number;
  errors?: FormErrors | undefined;
  requestId: string;
}

/** Adds photos: several at once where the script runs, which makes them small first; else one, as a plain form. */
export function PhotoField(props: Props) {
  const { add: words } = useMessages().photos;
  const script = useScript();
  const left = PHOTO_LIMITS.perSubject - props.kept;
  if (left <= 0) return <p className="text-ink-2">{words.full(props.kept)}</p>;
  return script ? <Uploader subject={props.subject} left={left} /> : <PlainForm {...props} />;
}

function PlainForm({ subject, errors, requestId }: Props) {
  const { add: words } = useMessages().photos;
  const form = useVerbForm({ schema: PhotoForm, errors, labels: { file: words.file }, requestId });
  const { subjectKind: kind, subjectId: id } = subject;
  return (
    <VerbForm
      form={form}
      id="photo"
      action={`/desk/photos/new?${new URLSearchParams({ kind, id })}`}
      encType="multipart/form-data"
      className="grid gap-3"
    >
      <FileField name="file" accept="image/*" hint={words.hint} />
      <div>
        <SubmitButton tone="plain" icon={ImageUp}>
          {words.keep}
        </SubmitButton>
      </div>
    </VerbForm>
  );
}

function Uploader({ subject, left }: { subject: Subject; left: number }) {
  const { add: words, more } = useMessages().photos;
  const { uploads, isBusy, choose, keepAll, drop } = useUploads(subject);
  const hint = useId();
  const room = left - uploads.length;
  const kept = uploads.filter(({ state }) => state === "kept").length;
  return (
    <div className="grid gap-3">
      <p className="hint" id={hint}>
        {words.hint} {words.left(left)}
      </p>
      {uploads.length > 0 && (
        <ul className="photo-strip photo-chosen" aria-label={words.chosen}>
          {uploads.map((upload, index) => (
            <Chosen
              key={upload.id}
              upload={upload}
              n={index + 1}
              onDrop={isBusy ? undefined : () => drop(upload.id)}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-3">
        {room > 0 && !isBusy && (
          <label className="btn photo-choose">
            <Camera aria-hidden />
            {more}
            <input
              type="file"
              accept="image/*"
              multiple
              className="sr-only"
              aria-describedby={hint}
              onChange={({ target }) => {
                void choose([...(target.files ?? [])].slice(0, room));
                // The same photo again is a new choice.
                target.value = "";
              }}
            />
          </label>
        )}
        {uploads.length > 0 && (
          <Button
            type="button"
            tone="primary"
            icon={ImageUp}
            aria-disabled={isBusy || undefined}
            onClick={() => !isBusy && void keepAll()}
          >
            {isBusy ? words.sending : words.keepAll(uploads.length - kept)}
          </Button>
        )}
      </div>
      <p role="status" className="text-small text-ink-2">
        {isBusy && (
          <>
            <progress value={kept} max={uploads.length} aria-hidden /> {words.progress(kept, uploads.length)}
          </>
        )}
      </p>
    </div>
  );
}

function Chosen(props: { upload: Upload; n: number; onDrop: (() => void) | undefined }) {
  const { add: words, alt } = useMessages().photos;
  const { upload, n, onDrop } = props;
  return (
    <li>
      <img src={upload.url} alt={alt(words.chosen, n)} />
      <span className="text-small" role={upload.state === "failed" ? "alert" : undefined}>
        {upload.state === "failed" ? (
          <b className="text-bad">{upload.message ?? words.offline}</b>
        ) : (
          words[upload.state]
        )}
      </span>
      {onDrop && upload.state !== "kept" && (
        <Button type="button" tone="quiet" icon={X} onClick={onDrop}>
          {words.drop(n)}
        </Button>
      )}
    </li>
  );
}
