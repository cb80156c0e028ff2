import { ImageUp } from "lucide-react";
import { useMessages } from "#app/i18n/provider.tsx";
import { codeReader } from "./code-reader.ts";

/** Where the camera is refused, the phone's own camera program still takes a photo. `onCodes` gets none for a bad one. */
export function PhotoButton({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const words = useMessages().scan.camera;
  const read = async (files: FileList | null) => {
    const [photo] = files ?? [];
    if (!photo) return;
    const picture = await createImageBitmap(photo).catch(() => null);
    onCodes(picture ? await (await codeReader()).read(picture) : []);
  };
  return (
    <label className="btn btn-mid scan-photo">
      <ImageUp aria-hidden />
      {words.photo}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        className="sr-only"
        onChange={({ target }) => {
          void read(target.files);
          // The same photo again is a new try.
          target.value = "";
        }}
      />
    </label>
  );
}
