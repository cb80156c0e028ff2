import type { Messages } from "#app/i18n/messages.ts";

/** Where a box stands: the bin's name, or what the place is, in the reader's words. */
export function placeName(place: { bin: string | null; kind: string }, places: Messages["boxes"]["places"]) {
  return place.bin ?? places[place.kind as keyof typeof places] ?? place.kind;
}
