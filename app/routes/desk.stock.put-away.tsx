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
import { PutAwayForm } from "#app/components/stock/put-away-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { getWarehouse } from "#app/domain/places/get-warehouse.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { listAtDock } from "#app/domain/stock/list-at-dock.server.ts";
import { PutAwaySheet } from "#app/domain/stock/put-away-sheet.ts";
import { putAway } from "#app/domain/stock/put-away.server.ts";
import type { PutAway } from "#app/domain/stock/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "stock.put-away");
  const { searchParams } = new URL(request.url);
  const warehouses = await listWarehouses(actor);
  const first = warehouses.find(({ lotsAtDock }) => lotsAtDock > 0) ?? warehouses[0];
  const warehouseId = searchParams.get("warehouse") || first?.id;
  const warehouse = warehouseId ? await found(request, getWarehouse(actor, warehouseId)) : undefined;
  return {
    warehouses,
    warehouse,
    lots: warehouse ? await listAtDock(actor, warehouse.id) : [],
    binId: searchParams.get("bin") ?? "",
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ stock }) => stock.putAway.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "stock.put-away");
  const put = async (id: string, input: PutAway) => {
    await putAway(actor, id, input);
    return input;
  };
  const submitted = await submit(request, PutAwaySheet, put);
  if (!submitted.ok) return submitted.answer;
  const { warehouseId, lines } = submitted.result;
  throw redirect(`/desk/stock?warehouse=${warehouseId}&put=${lines.length}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PutAwayPage() {
  const { warehouses, warehouse, lots, today, binId, requestId } = useLoaderData<typeof loader>();
  const { stock: words, places } = useMessages();
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={words.putAway.title}
        note={warehouse && words.putAway.note(warehouse.name)}
        actions={(lots.length > 0 || warehouses.length > 1) && <Presets />}
      />
      <Panel
        title={words.putAway.list}
        note={lots.length < (warehouse?.lotsAtDock ?? 0) && words.putAway.most(lots.length)}
        padded
      >
        {warehouse && lots.length > 0 ? (
          <PutAwayForm
            key={`${warehouse.id} ${binId}`}
            warehouseId={warehouse.id}
            lots={lots}
            bins={warehouse.bins}
            binId={binId}
            today={today}
            errors={errors}
            requestId={requestId}
          />
        ) : warehouse ? (
          <Empty title={words.noneDock}>{words.noneDockHow}</Empty>
        ) : (
          <Empty title={places.warehouses.none}>
            <Link to="/desk/warehouses">{places.warehouses.add}</Link>
          </Empty>
        )}
      </Panel>
    </>
  );
}

/** Which warehouse, and one bin for all rows if there are any: a plain GET form, so that it works without script. */
function Presets() {
  const { warehouses, warehouse, lots, binId } = useLoaderData<typeof loader>();
  const words = useMessages().stock.putAway;
  const choices = (list: { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form method="get" className="flex flex-wrap items-end gap-2" key={warehouse?.id}>
      <SelectField
        name="warehouse"
        label={words.choose}
        blank={false}
        choices={choices(warehouses)}
        defaultValue={warehouse?.id}
      />
      {lots.length > 0 && (
        <SelectField
          name="bin"
          label={words.allTo}
          blank={words.stays}
          choices={choices(warehouse?.bins ?? [])}
          defaultValue={binId}
        />
      )}
      <Button>{lots.length > 0 ? words.fill : words.show}</Button>
    </Form>
  );
}
