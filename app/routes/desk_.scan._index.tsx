import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import { ChooseWarehouse } from "#app/components/scan/choose-warehouse.tsx";
import { ScanScreen } from "#app/components/scan/scan-screen.tsx";
import { getWarehouse } from "#app/domain/places/get-warehouse.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "box.handle");
  const named = new URL(request.url).searchParams.get("warehouse");
  const warehouses = (await listWarehouses(actor)).map(({ id, name, organization }) => ({
    id,
    name,
    organization,
  }));
  const only = warehouses.length === 1 ? warehouses[0]?.id : undefined;
  const warehouseId = named || only;
  const warehouse = warehouseId ? await found(request, getWarehouse(actor, warehouseId)) : undefined;
  return {
    warehouses,
    warehouse: warehouse && { id: warehouse.id, name: warehouse.name },
    /** Whose scans a phone keeps: this person's, for this organization. */
    owner: `${actor.userId} ${actor.organizationId}`,
    title: pageTitle(request, ({ scan }) => scan.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const REMEMBERED = "jieli scan warehouse";

export default function ScanPage() {
  const { warehouses, warehouse, owner } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const choosing = search.has("choose");
  useEffect(() => {
    if (warehouse) return localStorage.setItem(REMEMBERED, warehouse.id);
    const last = localStorage.getItem(REMEMBERED);
    const known = warehouses.some(({ id }) => id === last);
    if (known && !choosing) navigate(`/desk/scan?warehouse=${last}`, { replace: true });
  }, [warehouse, warehouses, choosing, navigate]);
  if (!warehouse) return <ChooseWarehouse warehouses={warehouses} />;
  return (
    <ScanScreen key={warehouse.id} warehouse={warehouse} owner={owner} several={warehouses.length > 1} />
  );
}
