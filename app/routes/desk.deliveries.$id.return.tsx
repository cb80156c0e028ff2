import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { ReturnForm } from "#app/components/returns/return-form.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { atSite } from "#app/domain/deliveries/at-site.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { receiveReturn } from "#app/domain/returns/receive.server.ts";
import { ReturnSheet } from "#app/domain/returns/return-sheet.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "return.receive");
  const delivery = await found(request, getDelivery(actor, params.id ?? ""));
  const { id, number, site, status, warehouseId } = delivery;
  return {
    delivery: { id, number, site, status, warehouseId },
    lines: delivery.lines.filter((line) => atSite(line) > 0n),
    warehouses: await listWarehouses(actor),
    requestId: uuidv7(),
    title: pageTitle(request, ({ returns }) => returns.form.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "return.receive");
  const form = await request.formData();
  form.set("deliveryId", params.id ?? "");
  const submitted = await submit(request, ReturnSheet, (id, input) => receiveReturn(actor, id, input), form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/returns/${submitted.result.id}?done=received`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReturnFromDeliveryPage() {
  const { delivery, lines, warehouses, requestId } = useLoaderData<typeof loader>();
  const { form: words } = useMessages().returns;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead title={words.title} note={`${delivery.number} · ${delivery.site}`} />
      <Panel title={words.title} padded>
        {lines.length === 0 ? (
          <Empty title={delivery.status === "confirmed" ? words.nothingLeft : words.notSigned} />
        ) : (
          <ReturnForm
            deliveryId={delivery.id}
            lines={lines}
            warehouses={warehouses}
            warehouseId={delivery.warehouseId}
            errors={errors}
            requestId={requestId}
          />
        )}
      </Panel>
    </>
  );
}
