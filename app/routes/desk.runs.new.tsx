import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Truck } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { Form, Link } from "#app/components/layout/router.ts";
import { ChooseForm } from "#app/components/runs/choose-form.tsx";
import { PlanForm } from "#app/components/runs/plan-form.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { getWarehouse } from "#app/domain/places/get-warehouse.server.ts";
import { listTownships } from "#app/domain/places/list-townships.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { listCrew } from "#app/domain/runs/list-crew.server.ts";
import { listPlannable } from "#app/domain/runs/list-plannable.server.ts";
import { orderStops, type StopOrder, stopOrders } from "#app/domain/runs/order-stops.ts";
import { nextHalfHour } from "#app/domain/runs/plan-check.ts";
import { PlanSheet } from "#app/domain/runs/plan-sheet.ts";
import { planRun } from "#app/domain/runs/plan.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "run.plan");
  const { searchParams } = new URL(request.url);
  const warehouses = await listWarehouses(actor);
  const asked = searchParams.get("warehouse") ?? warehouses[0]?.id;
  const shared = {
    warehouses,
    leavesAt: nextHalfHour(new Date()),
    requestId: uuidv7(),
    title: pageTitle(request, ({ runs }) => runs.create.title),
  };
  if (asked === undefined)
    return {
      ...shared,
      warehouse: null,
      deliveries: [],
      crew: null,
      townships: [],
      chosen: Array<string>(),
      order: "hours" as const,
    };
  const { id, name } = await found(request, getWarehouse(actor, asked));
  const [deliveries, crew, townships] = await Promise.all([
    listPlannable(actor, id),
    listCrew(actor, id),
    listTownships(),
  ]);
  const wanted = new Set(searchParams.getAll("delivery"));
  const chosen = deliveries.filter((delivery) => wanted.has(delivery.id)).map((delivery) => delivery.id);
  const order = stopOrders.find((each) => each === searchParams.get("order")) ?? "hours";
  return {
    ...shared,
    warehouse: { id, name },
    deliveries: orderStops(deliveries, order),
    crew,
    townships,
    chosen,
    order,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "run.plan");
  const submitted = await submit(request, PlanSheet, (id, input) => planRun(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/runs/${submitted.result.id}?done=planned`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewRunPage() {
  const { warehouse, crew, chosen } = useLoaderData<typeof loader>();
  const { create: words, fleet } = useMessages().runs;
  if (warehouse === null) {
    return (
      <>
        <PageHead title={words.title} />
        <Panel title={words.warehouse} padded>
          <Empty title={words.noWarehouse} />
        </Panel>
      </>
    );
  }
  if (!crew || crew.vehicles.length === 0 || crew.drivers.length === 0) {
    return (
      <>
        <PageHead title={words.title} note={warehouse.name} />
        <Panel title={fleet} padded>
          <Empty icon={Truck} title={words.noCrew}>
            <Link to="/desk/vehicles">{words.noCrewHow}</Link>
          </Empty>
        </Panel>
      </>
    );
  }
  return chosen.length === 0 ? <Choose /> : <Times />;
}

function Choose() {
  const { warehouses, warehouse, deliveries, chosen } = useLoaderData<typeof loader>();
  const { create: words } = useMessages().runs;
  return (
    <>
      <PageHead title={words.title} note={warehouse?.name} />
      {warehouses.length > 1 && (
        <Form method="get" className="quick">
          <SelectField
            name="warehouse"
            label={words.warehouse}
            blank={false}
            defaultValue={warehouse?.id}
            choices={warehouses.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div>
            <Button>{words.show}</Button>
          </div>
        </Form>
      )}
      <Panel title={words.choose} padded>
        {deliveries.length === 0 ? (
          <Empty icon={Truck} title={words.nothing}>
            {words.nothingHow}
          </Empty>
        ) : (
          <ChooseForm
            key={warehouse?.id}
            warehouseId={warehouse?.id ?? ""}
            deliveries={deliveries}
            chosen={chosen}
          />
        )}
      </Panel>
    </>
  );
}

function Times() {
  const { warehouse, deliveries, crew, townships, chosen, order, leavesAt, requestId } =
    useLoaderData<typeof loader>();
  const { create: words } = useMessages().runs;
  const errors = useActionData<typeof action>();
  const offered = {
    vehicles: crew?.vehicles ?? [],
    drivers: crew?.drivers ?? [],
    deliveries: deliveries.filter(({ id }) => chosen.includes(id)),
    townships,
  };
  return (
    <>
      <PageHead
        title={words.title}
        note={warehouse?.name}
        actions={<LinkButton href={`/desk/runs/new?warehouse=${warehouse?.id}`}>{words.back}</LinkButton>}
      />
      <Panel title={words.stops} padded>
        <SortBy warehouseId={warehouse?.id ?? ""} chosen={chosen} order={order} />
        <PlanForm
          key={order}
          warehouseId={warehouse?.id ?? ""}
          offered={offered}
          leavesAt={leavesAt}
          errors={errors}
          requestId={requestId}
        />
      </Panel>
    </>
  );
}

/** Puts the stops in another order with new likely times; what was typed about them begins anew. */
function SortBy(props: { warehouseId: string; chosen: string[]; order: StopOrder }) {
  const { create: words } = useMessages().runs;
  if (props.chosen.length < 2) return null;
  const href = (order: StopOrder) =>
    `/desk/runs/new?${new URLSearchParams([
      ["warehouse", props.warehouseId],
      ...props.chosen.map((id) => ["delivery", id]),
      ["step", "times"],
      ["order", order],
    ])}`;
  const tabs = stopOrders.map((order) => ({ href: href(order), label: words.orders[order] }));
  return (
    <div className="mb-4">
      <Tabs label={words.orderLabel} tabs={tabs} current={href(props.order)} />
      <p className="text-small text-ink-2">{words.orderHint}</p>
    </div>
  );
}
