import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { scanData } from "#app/domain/boxes/scan-data.server.ts";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";

/** What the scan screen must know of `?warehouse=` to work without the network. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "box.handle");
  const warehouseId = new URL(request.url).searchParams.get("warehouse");
  if (!warehouseId) throw data(null, { status: 404 });
  return Response.json(await found(request, scanData(actor, warehouseId)));
}
