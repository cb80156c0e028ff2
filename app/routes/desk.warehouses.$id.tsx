import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Boxes, ClipboardList, PackageOpen, QrCode } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { BinForm } from "#app/components/places/bin-form.tsx";
import { BinTable } from "#app/components/places/bin-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { addBin } from "#app/domain/places/add-bin.server.ts";
import { getWarehouse } from "#app/domain/places/get-warehouse.server.ts";
import { AddBin } from "#app/domain/places/schema.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const warehouse = await found(request, getWarehouse(actor, params.id ?? ""));
  return {
    warehouse,
    mayAdd: may(actor, "warehouse.add"),
    mayPutAway: may(actor, "stock.put-away"),
    mayPrint: may(actor, "label.print"),
    requestId: uuidv7(),
    title: pageTitle(request, () => warehouse.name),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "warehouse.add");
  const form = await request.formData();
  form.set("warehouseId", params.id ?? "");
  const add = async (id: string, input: AddBin) => {
    await addBin(actor, id, input);
    return input.name;
  };
  const submitted = await submit(request, AddBin, add, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/warehouses/${params.id}?added=${encodeURIComponent(submitted.result)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function WarehousePage() {
  const { warehouse, mayAdd, mayPutAway, mayPrint, requestId } = useLoaderData<typeof loader>();
  const { warehouses, bins: words } = useMessages().places;
  const errors = useActionData<typeof action>();
  const added = useSearchParams()[0].get("added");
  const actions = (
    <>
      <LinkButton href={`/desk/board?warehouse=${warehouse.id}`} icon={ClipboardList}>
        {warehouses.board}
      </LinkButton>
      {mayPrint && (
        <LinkButton href={`/desk/labels?for=bins&warehouse=${warehouse.id}`} icon={QrCode}>
          {warehouses.labels}
        </LinkButton>
      )}
      <LinkButton href={`/desk/stock?warehouse=${warehouse.id}`} icon={Boxes}>
        {warehouses.stock}
      </LinkButton>
      {mayPutAway && warehouse.lotsAtDock > 0 && (
        <LinkButton href={`/desk/stock/put-away?warehouse=${warehouse.id}`} icon={PackageOpen} tone="primary">
          {warehouses.putAway}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <PageHead title={warehouse.name} note={warehouse.address} actions={actions} />
      {added && !errors && (
        <Note tone="ok" live>
          {words.added(added)}
        </Note>
      )}
      {warehouse.lotsAtDock > 0 && <Note>{warehouses.lotsWaiting(warehouse.lotsAtDock)}</Note>}
      <div className="cols">
        <Panel title={words.list}>
          <BinTable warehouseId={warehouse.id} bins={warehouse.bins} mayPrint={mayPrint} />
        </Panel>
        {mayAdd && (
          <Panel title={words.add} padded>
            <BinForm key={added ?? ""} warehouseId={warehouse.id} errors={errors} requestId={requestId} />
          </Panel>
        )}
      </div>
    </>
  );
}
