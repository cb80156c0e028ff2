import { Link } from "#app/components/layout/router.ts";
import type { Photo } from "#app/domain/photos/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { PhotoTag } from "./photo-tag.tsx";
import "./photos.css";

/** Photos side by side; each leads to its own page. `what` is what they show, for whoever cannot see them. */
export function PhotoStrip({ photos, what }: { photos: readonly Photo[]; what: string }) {
  const words = useMessages().photos;
  return (
    <ul className="photo-strip">
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <Link to={`/desk/photos/${photo.id}`} aria-label={words.look(index + 1)}>
            <img
              src={`/photos/${photo.id}`}
              alt={words.alt(what, index + 1)}
              width={photo.width}
              height={photo.height}
              loading="lazy"
            />
          </Link>
          <PhotoTag photo={photo} />
        </li>
      ))}
    </ul>
  );
}
