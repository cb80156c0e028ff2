import type { PublicPhoto } from "#app/domain/photos/list-public.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Photos everybody may see, each opening in full; nothing when there are none. */
export function PublicPhotos(props: { photos: readonly PublicPhoto[]; label: (n: number) => string }) {
  const words = useMessages().trace.drop;
  if (props.photos.length === 0) return null;
  return (
    <>
      <div className="trace-photos">
        {props.photos.map((photo, at) => (
          <a key={photo.name} href={`/photos/public/${photo.name}`}>
            <img
              src={`/photos/public/${photo.name}`}
              alt={props.label(at + 1)}
              width={photo.width}
              height={photo.height}
              loading="lazy"
            />
          </a>
        ))}
      </div>
      <p className="sub">{words.photosHidden}</p>
    </>
  );
}
