import type { LoaderFunctionArgs } from "@remix-run/node";
import { progressOf } from "#app/domain/publications/progress.server.ts";
import { requireAction } from "#app/session/actor.server.ts";

/** How far a report that is being made has come: its lines so far, or null when it is not being made (any more). */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAction(request, "publication.publish");
  const lines = progressOf(new URL(request.url).searchParams.get("request") ?? "");
  return Response.json({ lines }, { headers: { "Cache-Control": "no-store" } });
}
