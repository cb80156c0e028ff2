import type { LoaderFunctionArgs } from "@remix-run/node";
import { listLabels } from "#app/domain/deliveries/list-labels.server.ts";
import { deliveryLabelsPdf } from "#app/domain/labels/delivery-label.server.ts";
import { labelFormatIn } from "#app/domain/labels/format.ts";
import { UnprintableText } from "#app/domain/labels/unprintable-text.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { settings } from "#app/settings.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const labels = await found(request, listLabels(actor, params.id ?? "", settings().publicUrl));
  const format = labelFormatIn(new URL(request.url).searchParams);
  try {
    const pdf = await deliveryLabelsPdf(labels, format);
    const name = `${labels[0]?.number ?? "labels"}-${format}.pdf`;
    return new Response(Uint8Array.from(pdf), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `inline; filename="${name}"`,
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof UnprintableText)) throw error;
    const { deliveries } = messagesFor(localeOf(request));
    return new Response(`${deliveries.labels.unprintable(error.characters.join(" "))}\n`, {
      status: 422,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  }
}
