import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Warehouse } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { Link } from "#app/components/layout/router.ts";
import { WarehouseForm } from "#app/components/places/warehouse-form.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { addWarehouse } from "#app/domain/places/add-warehouse.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { AddWarehouse } from "#app/domain/places/schema.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return {
    warehouses: await listWarehouses(actor),
    mayAdd: may(actor, "warehouse.add"),
    several: actor.reach.length > 1,
    requestId: uuidv7(),
    title: pageTitle(request, ({ places }) => places.warehouses.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "warehouse.add");
  const submitted = await submit(request, AddWarehouse, (id, input) => addWarehouse(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/warehouses/${submitted.result.id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function WarehousesPage() {
  const { warehouses, mayAdd, several, requestId } = useLoaderData<typeof loader>();
  const { warehouses: words } = useMessages().places;
  const errors = useActionData<typeof action>();
  const columns = [
    { label: words.name },
    { label: words.address, wideOnly: true },
    ...(several ? [{ label: words.organization, wideOnly: true }] : []),
    { label: words.bins, numeric: true },
    { label: words.lots, numeric: true },
    { label: words.lotsAtDock, numeric: true },
  ];
  const empty = (
    <Empty icon={Warehouse} title={words.none}>
      {mayAdd ? words.noneHow : words.noneHowReader}
    </Empty>
  );
  return (
    <>
      <PageHead title={words.title} note={words.note(warehouses.length)} />
      <Panel title={words.list}>
        <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
          {warehouses.map((warehouse) => (
            <tr key={warehouse.id}>
              <th scope="row">
                <Link to={`/desk/warehouses/${warehouse.id}`}>{warehouse.name}</Link>
              </th>
              <td className="wide-only">{warehouse.address || "—"}</td>
              {several && <td className="wide-only">{warehouse.organization}</td>}
              <td className="num">{warehouse.bins}</td>
              <td className="num">{warehouse.lots}</td>
              <td className="num">{warehouse.lotsAtDock}</td>
            </tr>
          ))}
        </Ledger>
      </Panel>
      {mayAdd && (
        <Panel title={words.add} padded>
          <WarehouseForm errors={errors} requestId={requestId} />
        </Panel>
      )}
    </>
  );
}
