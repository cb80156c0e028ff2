import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findAtDoor } from "#app/domain/deliveries/find-at-door.server.ts";
import { getPaperAtDoor } from "#app/domain/receipts/get-paper.server.ts";
import { found } from "#app/session/found.server.ts";
import { orPage } from "#app/session/or-page.server.ts";
import { receiptFile } from "#app/session/receipt-file.server.ts";
import { settings } from "#app/settings.server.ts";

/** 《物资签收单》 for whoever holds the label, as much of it as the page shows. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = `/q/${encodeURIComponent(params.code ?? "")}`;
  const finding = await found(request, findAtDoor(context.clientAddress, params.code ?? ""));
  if (finding.kind !== "found") throw redirect(page);
  const { publicUrl } = settings();
  return receiptFile(request, await orPage(getPaperAtDoor(finding.delivery.code, publicUrl), page));
}
