import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPublicPhoto } from "#app/domain/photos/read.server.ts";
import { pictureAnswer, pictureOrStatus } from "#app/session/picture.server.ts";

/** What of a photo everybody may see never changes under its name; what is taken back is forgotten within a day. */
export async function loader({ params }: LoaderFunctionArgs) {
  const bytes = await pictureOrStatus(readPublicPhoto(params.name ?? ""));
  return pictureAnswer(bytes, { "Cache-Control": "public, max-age=86400, immutable" });
}
