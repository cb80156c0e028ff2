import { useLocation } from "#app/components/layout/router.ts";
import { Note } from "#app/components/ui/note.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { Photo } from "#app/domain/photos/get.server.ts";
import type { Subject } from "#app/domain/photos/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { PhotoField } from "./photo-field.tsx";
import { PhotoStrip } from "./photo-strip.tsx";

/** The photos of one thing, on its own page, and the way to add some. `what` names it. */
export function PhotoPanel(props: {
  subject: Subject;
  what: string;
  photos: readonly Photo[];
  mayAdd: boolean;
  requestId: string;
}) {
  const { subject, what, photos, mayAdd, requestId } = props;
  const words = useMessages().photos;
  const justKept = new URLSearchParams(useLocation().search).get("photo") === "kept";
  return (
    <Panel id="photos" title={words.title} note={photos.length > 0 && words.note(photos.length)} padded>
      <div className="grid gap-4">
        {justKept && (
          <Note tone="ok" live>
            {words.add.done}
          </Note>
        )}
        {photos.length > 0 ? (
          <PhotoStrip photos={photos} what={what} />
        ) : (
          <p className="text-ink-2">{mayAdd ? words.empty : words.emptyReadOnly}</p>
        )}
        {mayAdd && <PhotoField subject={subject} kept={photos.length} requestId={requestId} />}
      </div>
    </Panel>
  );
}
