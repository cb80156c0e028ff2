import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { PalletForm } from "#app/components/boxes/pallet-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { makePallets } from "#app/domain/boxes/make-pallets.server.ts";
import { MakePallets } from "#app/domain/boxes/schema.ts";
import { selectionQuery } from "#app/domain/labels/selection.ts";
import { getWarehouse } from "#app/domain/places/get-warehouse.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "box.handle");
  const warehouses = (await listWarehouses(actor)).map(({ id, name }) => ({ id, name }));
  const named = new URL(request.url).searchParams.get("warehouse");
  const id = named ?? (warehouses.length === 1 ? warehouses[0]!.id : null);
  const warehouse = id === null ? null : await found(request, getWarehouse(actor, id));
  return {
    warehouses,
    warehouse: warehouse && {
      id: warehouse.id,
      name: warehouse.name,
      bins: warehouse.bins.map(({ id: binId, name }) => ({ id: binId, name })),
    },
    requestId: uuidv7(),
    title: pageTitle(request, ({ boxes }) => boxes.pallets.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "box.handle");
  const submitted = await submit(request, MakePallets, (id, input) => makePallets(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/labels/print?${selectionQuery({ by: "codes", codes: submitted.result.codes })}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PalletsPage() {
  const { warehouses, warehouse, requestId } = useLoaderData<typeof loader>();
  const { pallets: words, warehouse: label } = useMessages().boxes;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead title={words.title} note={warehouse?.name} />
      <Note>{words.note}</Note>
      {warehouse ? (
        <Panel title={warehouse.name} padded>
          <PalletForm
            warehouseId={warehouse.id}
            bins={warehouse.bins}
            errors={errors}
            requestId={requestId}
          />
        </Panel>
      ) : (
        <Panel title={label} padded>
          <ul className="flex flex-wrap gap-2">
            {warehouses.map(({ id, name }) => (
              <li key={id}>
                <LinkButton href={`/desk/boxes/pallets?warehouse=${id}`}>{name}</LinkButton>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
