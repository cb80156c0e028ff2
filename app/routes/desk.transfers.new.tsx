import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Warehouse } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { Form, Link } from "#app/components/layout/router.ts";
import { SendForm } from "#app/components/transfers/send-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { getWarehouse } from "#app/domain/places/get-warehouse.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { listSendable } from "#app/domain/transfers/list-sendable.server.ts";
import { SendSheet } from "#app/domain/transfers/send-sheet.ts";
import { sendTransfer } from "#app/domain/transfers/send.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "transfer.send");
  const { searchParams } = new URL(request.url);
  const warehouses = await listWarehouses(actor);
  const asked = { from: searchParams.get("from") ?? "", to: searchParams.get("to") ?? "" };
  const shared = {
    warehouses,
    asked,
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ transfers }) => transfers.create.title),
  };
  if (!asked.from || !asked.to || asked.from === asked.to) return { ...shared, route: null, lots: [] };
  const [from, to] = await Promise.all([
    found(request, getWarehouse(actor, asked.from)),
    found(request, getWarehouse(actor, asked.to)),
  ]);
  return { ...shared, route: { from, to }, lots: await listSendable(actor, from.id) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "transfer.send");
  const submitted = await submit(request, SendSheet, (id, input) => sendTransfer(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/transfers/${submitted.result.id}?done=sent`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewTransferPage() {
  const { warehouses, route, lots, today, requestId } = useLoaderData<typeof loader>();
  const { create: words, columns, route: arrow } = useMessages().transfers;
  const errors = useActionData<typeof action>();
  if (route === null) {
    return (
      <>
        <PageHead title={words.title} />
        <Panel title={columns.route} padded>
          {warehouses.length < 2 ? (
            <Empty icon={Warehouse} title={words.twoNeeded}>
              <Link to="/desk/warehouses">{words.twoNeededHow}</Link>
            </Empty>
          ) : (
            <RouteForm />
          )}
        </Panel>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={words.title}
        note={
          <>
            {arrow(route.from.name, route.to.name)} · <Link to="/desk/transfers/new">{words.change}</Link>
          </>
        }
      />
      <Panel title={words.what} padded>
        {lots.length === 0 && !errors ? (
          <Empty title={words.nothing}>{words.nothingHow}</Empty>
        ) : (
          <SendForm
            fromWarehouseId={route.from.id}
            toWarehouseId={route.to.id}
            lots={lots}
            today={today}
            errors={errors}
            requestId={requestId}
          />
        )}
      </Panel>
    </>
  );
}

/** From where to where: a plain GET form, so that it works without script. */
function RouteForm() {
  const { warehouses, asked } = useLoaderData<typeof loader>();
  const { create: words } = useMessages().transfers;
  const choices = warehouses.map(({ id, name }) => ({ value: id, label: name }));
  const from = warehouses.find(({ id }) => id === asked.from) ?? warehouses.find(({ lots }) => lots > 0);
  const to = warehouses.find(({ id }) => id !== from?.id);
  return (
    <Form method="get" className="quick">
      <SelectField name="from" label={words.from} blank={false} choices={choices} defaultValue={from?.id} />
      <SelectField
        name="to"
        label={words.to}
        blank={false}
        choices={choices}
        defaultValue={asked.to || to?.id}
      />
      <div>
        <Button tone="primary">{words.show}</Button>
      </div>
    </Form>
  );
}
