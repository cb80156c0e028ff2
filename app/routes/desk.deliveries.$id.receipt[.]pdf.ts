import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { getPaper } from "#app/domain/receipts/get-paper.server.ts";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { orPage } from "#app/session/or-page.server.ts";
import { receiptFile } from "#app/session/receipt-file.server.ts";
import { settings } from "#app/settings.server.ts";

/** 《物资签收单》 for the desk, with full names and signatures. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const id = params.id ?? "";
  const page = `/desk/deliveries/${encodeURIComponent(id)}`;
  await found(request, getDelivery(actor, id));
  return receiptFile(request, await orPage(getPaper(actor, id, settings().publicUrl), page));
}
