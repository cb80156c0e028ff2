import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus, Truck } from "lucide-react";
import { deliveryStatuses, type DeliveryStatus } from "#db/vocabulary";
import { DeliveryTable } from "#app/components/deliveries/delivery-table.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { listDeliveries } from "#app/domain/deliveries/list.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const status = deliveryStatuses.find((each) => each === searchParams.get("status")) ?? null;
  const q = searchParams.get("q")?.trim() ?? "";
  return {
    deliveries: await listDeliveries(actor, { status, q, page: pageIn(searchParams) }),
    status,
    q,
    mayCreate: may(actor, "delivery.create"),
    title: pageTitle(request, (messages) => messages.deliveries.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DeliveriesPage() {
  const { deliveries, status, q, mayCreate } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const words = messages.deliveries;
  const pages = pagesOf(deliveries);
  const filtered = status !== null || q !== "";
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(deliveries.total)}
        actions={
          mayCreate && (
            <LinkButton href="/desk/deliveries/new" icon={Plus} tone="primary">
              {words.add}
            </LinkButton>
          )
        }
      />
      <StatusTabs />
      <Form method="get" role="search" className="quick" key={`${status} ${q}`}>
        {status && <input type="hidden" name="status" value={status} />}
        <TextField name="q" type="search" label={words.search} defaultValue={q} />
        <div>
          <Button>{messages.common.actions.search}</Button>
        </div>
      </Form>
      <Panel title={words.list}>
        <DeliveryTable
          rows={deliveries.rows}
          empty={
            <Empty icon={Truck} title={filtered ? words.nothing : words.none}>
              {filtered ? words.nothingHow : words.noneHow}
            </Empty>
          }
        />
        {pages > 1 && <Pager page={deliveries.page} pages={pages} rows={deliveries.total} />}
      </Panel>
    </>
  );
}

function StatusTabs() {
  const { deliveries, status, q } = useLoaderData<typeof loader>();
  const words = useMessages().deliveries;
  const href = (wanted: DeliveryStatus | null) => {
    const parameters = new URLSearchParams({ ...(wanted && { status: wanted }), ...(q && { q }) });
    return parameters.size === 0 ? "/desk/deliveries" : `/desk/deliveries?${parameters.toString()}`;
  };
  const tabs = [
    { href: href(null), label: words.all },
    ...deliveryStatuses.map((each) => ({
      href: href(each),
      label: words.statuses[each],
      extra: <span className="text-small">{deliveries.counts[each]}</span>,
    })),
  ];
  return <Tabs label={words.columns.status} tabs={tabs} current={href(status)} />;
}
