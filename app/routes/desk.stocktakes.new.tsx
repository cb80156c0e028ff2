import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { Form, Link } from "#app/components/layout/router.ts";
import { OpenForm } from "#app/components/stocktakes/open-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getWarehouse } from "#app/domain/places/get-warehouse.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { openStocktake } from "#app/domain/stocktakes/open.server.ts";
import { OpenStocktake } from "#app/domain/stocktakes/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "stocktake.open");
  const warehouses = await listWarehouses(actor);
  const warehouseId = new URL(request.url).searchParams.get("warehouse") || warehouses[0]?.id;
  return {
    warehouses: warehouses.map(({ id, name }) => ({ id, name })),
    warehouse: warehouseId ? await found(request, getWarehouse(actor, warehouseId)) : undefined,
    requestId: uuidv7(),
    title: pageTitle(request, ({ stocktakes }) => stocktakes.open.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "stocktake.open");
  const submitted = await submit(request, OpenStocktake, (id, input) => openStocktake(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/stocktakes/${submitted.result.id}?done=opened`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OpenStocktakePage() {
  const { warehouses, warehouse, requestId } = useLoaderData<typeof loader>();
  const { stocktakes, places } = useMessages();
  const words = stocktakes.open;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={words.title}
        actions={
          warehouse && (
            <Form method="get" className="flex flex-wrap items-end gap-2" key={warehouse?.id}>
              <SelectField
                name="warehouse"
                label={words.warehouse}
                blank={false}
                choices={warehouses.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={warehouse?.id ?? ""}
              />
              <Button>{words.choose}</Button>
            </Form>
          )
        }
      />
      <Panel title={warehouse?.name ?? words.warehouse} padded>
        {warehouse ? (
          <OpenForm
            key={warehouse.id}
            warehouseId={warehouse.id}
            bins={warehouse.bins}
            errors={errors}
            requestId={requestId}
          />
        ) : (
          <Empty title={places.warehouses.none}>
            <Link to="/desk/warehouses">{places.warehouses.add}</Link>
          </Empty>
        )}
      </Panel>
    </>
  );
}
