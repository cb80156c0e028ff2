import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Warehouse } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { OrderForm, type OrderedNeed } from "#app/components/deliveries/order-form.tsx";
import { SiteChooser } from "#app/components/deliveries/site-chooser.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { OrderSheet } from "#app/domain/deliveries/order-sheet.ts";
import { getNeed, type Need } from "#app/domain/needs/get.server.ts";
import { pageIn } from "#app/domain/paging.ts";
import { listSites } from "#app/domain/places/list-sites.server.ts";
import { listTownships } from "#app/domain/places/list-townships.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { type Available, listAvailable } from "#app/domain/stock/list-available.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "delivery.create");
  const { searchParams } = new URL(request.url);
  const warehouses = await listWarehouses(actor);
  const warehouseId = searchParams.get("warehouse") || warehouses[0]?.id || "";
  const siteId = searchParams.get("site");
  const shared = {
    warehouses,
    warehouseId,
    requestId: uuidv7(),
    today: todayInShanghai(),
    title: pageTitle(request, ({ deliveries }) => deliveries.create.title),
  };
  if (warehouseId && siteId) {
    const order = await found(request, listAvailable(actor, warehouseId, siteId));
    const needId = searchParams.get("need");
    const need = needId ? await found(request, getNeed(actor, needId)) : null;
    return { ...shared, step: "order" as const, order, need: need && orderedOf(need) };
  }
  const township = searchParams.get("township") ?? "";
  const q = searchParams.get("q")?.trim() ?? "";
  const [sites, townships] = await Promise.all([
    listSites(actor, { townshipCode: township, q, open: true, page: pageIn(searchParams) }),
    listTownships(),
  ]);
  return { ...shared, step: "choose" as const, sites, townships, township, q };
}

/** What is still missing of a need: known items, in their own units. */
function orderedOf({ id, number, lines }: Need): OrderedNeed & { number: string } {
  const wanted = lines.flatMap(({ itemId, missing }) =>
    itemId !== null && missing !== null && missing > 0n ? [{ itemId, quantity: missing }] : [],
  );
  return { id, number, wanted };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "delivery.create");
  const submitted = await submit(request, OrderSheet, (id, input) => createDelivery(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/deliveries/${submitted.result.id}?done=made`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewDeliveryPage() {
  const page = useLoaderData<typeof loader>();
  const { create: words } = useMessages().deliveries;
  if (page.warehouses.length === 0) {
    return (
      <>
        <PageHead title={words.title} />
        <Panel title={words.choose}>
          <Empty icon={Warehouse} title={words.noWarehouse}>
            <Link to="/desk/warehouses">{words.noWarehouseHow}</Link>
          </Empty>
        </Panel>
      </>
    );
  }
  if (page.step === "order") return <Order {...page} />;
  return (
    <>
      <PageHead title={words.title} />
      <SiteChooser {...page} key={page.warehouseId} />
    </>
  );
}

function Order(props: {
  order: Available;
  need: (OrderedNeed & { number: string }) | null;
  today: string;
  requestId: string;
}) {
  const { create: words } = useMessages().deliveries;
  const errors = useActionData<typeof action>();
  const { warehouse, site, items } = props.order;
  const { need } = props;
  const change = (
    <>
      {need && (
        <>
          <Link to={`/desk/needs/${need.id}`}>{words.forNeed(need.number)}</Link> ·{" "}
        </>
      )}
      {words.from(warehouse.name)} ·{" "}
      <Link to={`/desk/deliveries/new?warehouse=${warehouse.id}`}>{words.change}</Link>
    </>
  );
  return (
    <>
      <PageHead title={words.to(site.name)} note={change} />
      <Panel title={words.what} padded>
        {items.length === 0 && !errors ? (
          <Empty title={words.nothing}>{words.nothingHow}</Empty>
        ) : (
          <OrderForm
            warehouseId={warehouse.id}
            siteId={site.id}
            items={items}
            need={need}
            today={props.today}
            errors={errors}
            requestId={props.requestId}
          />
        )}
      </Panel>
    </>
  );
}
