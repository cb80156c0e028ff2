import { Facts } from "#app/components/gifts/facts.tsx";
import { Link } from "#app/components/layout/router.ts";
import { DateTime } from "#app/components/ui/date-time.tsx";
import type { Photo } from "#app/domain/photos/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { subjectPath } from "./subject-path.ts";

/** What a photo belongs to, who took it, and who made it public. */
export function PhotoFacts({ photo }: { photo: Photo }) {
  const { detail: words, subjects, somebody } = useMessages().photos;
  return (
    <div className="grid gap-4">
      <Facts
        facts={[
          [
            words.of,
            <Link to={subjectPath(photo)}>
              {subjects[photo.subjectKind]} {photo.number}
            </Link>,
          ],
          [words.line, photo.lineN],
          [words.takenBy, photo.takenBy ?? somebody],
          [words.takenAt, <DateTime at={photo.createdAt} year />],
          [words.size, words.pixels(photo.width, photo.height)],
          [
            words.publishedBy,
            photo.publishedAt && (
              <>
                {photo.publishedBy} <DateTime at={photo.publishedAt} year />
              </>
            ),
          ],
        ]}
      />
      <p className="flex flex-wrap gap-x-5 gap-y-2">
        <a href={`/photos/${photo.id}`}>{words.full}</a>
        {photo.publicFile !== null && <a href={`/photos/public/${photo.publicFile}`}>{words.publicLink}</a>}
      </p>
    </div>
  );
}
