import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { listLabels } from "#app/domain/deliveries/list-labels.server.ts";
import { deliveryLabelsPdf } from "#app/domain/labels/delivery-label.server.ts";
import { labelFormatIn } from "#app/domain/labels/format.ts";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { orPage } from "#app/session/or-page.server.ts";
import { settings } from "#app/settings.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const id = params.id ?? "";
  const format = labelFormatIn(new URL(request.url).searchParams);
  const page = `/desk/deliveries/${encodeURIComponent(id)}/labels?format=${format}`;
  await found(request, getDelivery(actor, id));
  const labels = await orPage(listLabels(actor, id, settings().publicUrl), page);
  const pdf = await orPage(deliveryLabelsPdf(labels, format), page);
  return new Response(Uint8Array.from(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${labels[0]?.number ?? "labels"}-${format}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}
