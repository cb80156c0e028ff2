import type { LoaderFunctionArgs } from "@remix-run/node";
import { previewReport } from "#app/domain/publications/preview.server.ts";
import { PublishReport } from "#app/domain/publications/schema.ts";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";

/** The whole report as everybody would read it, before anybody does. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "publication.publish");
  const input = PublishReport.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!input.success) throw new Response(null, { status: 404 });
  const { html } = await found(request, previewReport(actor, input.data));
  const page = html.replace("<style>", `<style nonce="${context.cspNonce}">`);
  return new Response(page, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
