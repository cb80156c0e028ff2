import { readForm } from "#app/components/fields/read-form.ts";
import type { Photo } from "#app/domain/photos/get.server.ts";
import { LookAtPhoto } from "#app/domain/photos/schema.ts";
import { partsOf } from "./parts.ts";

/** What the address says is to be covered; `look` shows it so, `more` changes it. Without either, what was covered last. */
export function coveringIn(parameters: URLSearchParams, photo: Pick<Photo, "redactions">) {
  const form = new FormData();
  for (const [name, value] of parameters) form.append(name, value);
  const isLooking = form.has("look");
  if (!isLooking && !form.has("more")) {
    const last = (photo.redactions ?? []).map(({ x, y, width, height }) => ({
      x: `${x}`,
      y: `${y}`,
      width: `${width}`,
      height: `${height}`,
    }));
    return { looking: null, parts: partsOf(last), errors: undefined };
  }
  const reading = readForm(LookAtPhoto, form);
  if (!reading.ok) {
    const { errors } = reading;
    return {
      looking: null,
      parts: partsOf(errors.values.redactions),
      errors: isLooking ? errors : undefined,
    };
  }
  return {
    looking: isLooking ? reading.data.redactions : null,
    parts: partsOf(reading.values.redactions),
    errors: undefined,
  };
}
