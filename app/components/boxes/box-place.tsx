import { useMessages } from "#app/i18n/provider.tsx";
import { placeName } from "./place-name.ts";

/** Where a box stands: the bin's name, or what the place is. */
export function BoxPlace({ bin, kind }: { bin: string | null; kind: string }) {
  return <>{placeName({ bin, kind }, useMessages().boxes.places)}</>;
}
