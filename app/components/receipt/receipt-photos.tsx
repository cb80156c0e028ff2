import { Camera } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import type { DoorDelivery } from "#app/domain/deliveries/find-by-code.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** A photo after signing, never before: a plain form with one file, which the script sends piece by piece instead. */
export function ReceiptPhotos(props: { delivery: DoorDelivery; signing: { id: string; photoId: string } }) {
  const { delivery, signing } = props;
  const words = useMessages().receipt;
  return (
    <form
      className="grid gap-3"
      method="post"
      action={`/q/${delivery.code}/photos`}
      encType="multipart/form-data"
      data-photos={delivery.code}
    >
      <h2>{words.photos}</h2>
      <input type="hidden" name="photo" value={signing.photoId} />
      <input type="hidden" name="confirmation" value={signing.id} />
      <div className="field">
        <label htmlFor="photo-file">{words.photoFile}</label>
        <span className="hint" id="photo-hint">
          {words.photosHint}
        </span>
        <input
          className="input"
          id="photo-file"
          name="file"
          type="file"
          accept="image/*"
          required
          aria-describedby="photo-hint"
        />
      </div>
      <div className="field">
        <label htmlFor="photo-line">{words.photoOfWhat}</label>
        <select className="input" id="photo-line" name="line" defaultValue="">
          <option value="">{words.photoOfAll}</option>
          {delivery.lines.map(({ n, item }) => (
            <option key={n} value={n}>
              {item}
            </option>
          ))}
        </select>
      </div>
      <Button size="mid" icon={Camera}>
        {words.photoSend}
      </Button>
    </form>
  );
}
