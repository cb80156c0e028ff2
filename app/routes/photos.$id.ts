import type { LoaderFunctionArgs } from "@remix-run/node";
import type { MemberActor } from "#app/domain/actor.ts";
import { isId } from "#app/domain/is-id.ts";
import { getPhoto } from "#app/domain/photos/get.server.ts";
import { hiddenPartsIn } from "#app/domain/photos/hidden-parts.ts";
import { readPainted, readPhoto } from "#app/domain/photos/read.server.ts";
import { LookAtPhoto } from "#app/domain/photos/schema.ts";
import { requireActor } from "#app/session/actor.server.ts";
import { pictureAnswer, pictureOrStatus } from "#app/session/picture.server.ts";

/**
 * A photo for whoever is signed in and reaches it; with `?hide=x,y,width,height` as it would be after these parts are
 * painted over. A browser may keep it, and asks each time whether it may still show it.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const id = params.id ?? "";
  if (!isId(id)) throw new Response(null, { status: 404 });
  const looked = LookAtPhoto.safeParse({ redactions: hiddenPartsIn(new URL(request.url).searchParams) });
  if (!looked.success) throw new Response(null, { status: 400 });
  const { redactions } = looked.data;
  if (redactions.length > 0) {
    return pictureAnswer(await pictureOrStatus(painted(actor, id, redactions)), {
      "Cache-Control": "no-store",
    });
  }
  const tag = `"${(await pictureOrStatus(getPhoto(actor, id))).id}"`;
  const headers = { "Cache-Control": "private, no-cache", ETag: tag };
  if (request.headers.get("If-None-Match") === tag) return new Response(null, { status: 304, headers });
  return pictureAnswer(await pictureOrStatus(readPhoto(actor, id)), headers);
}

async function painted(actor: MemberActor, id: string, redactions: LookAtPhoto["redactions"]) {
  return (await readPainted(actor, await getPhoto(actor, id), redactions)).bytes;
}
