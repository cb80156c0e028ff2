import { Link } from "#app/components/layout/router.ts";
import { DateTime } from "#app/components/ui/date-time.tsx";
import type { Photo } from "#app/domain/photos/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { PhotoTag } from "./photo-tag.tsx";
import "./photos.css";

/** Photos of many things, each with what it belongs to. */
export function PhotoList({ photos }: { photos: readonly Photo[] }) {
  const words = useMessages().photos;
  return (
    <ul className="photo-strip inside">
      {photos.map((photo) => {
        const of = `${words.subjects[photo.subjectKind]} ${photo.number}`;
        return (
          <li key={photo.id}>
            <Link to={`/desk/photos/${photo.id}`}>
              <img
                src={`/photos/${photo.id}`}
                alt=""
                width={photo.width}
                height={photo.height}
                loading="lazy"
              />
              {of}
            </Link>
            <span className="text-small text-ink-2">
              {photo.takenBy ?? words.somebody} · <DateTime at={photo.createdAt} />
            </span>
            <PhotoTag photo={photo} />
          </li>
        );
      })}
    </ul>
  );
}
