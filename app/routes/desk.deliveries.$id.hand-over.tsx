import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { HandOverForm } from "#app/components/deliveries/hand-over-form.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { atSite } from "#app/domain/deliveries/at-site.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { handOverDelivery } from "#app/domain/deliveries/hand-over.server.ts";
import { HandOverDelivery } from "#app/domain/deliveries/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "delivery.hand-over");
  const delivery = await found(request, getDelivery(actor, params.id ?? ""));
  return {
    delivery,
    lines: delivery.lines.filter((line) => atSite(line) > 0n),
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ deliveries }) => deliveries.handOver.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "delivery.hand-over");
  const form = await request.formData();
  form.set("deliveryId", params.id ?? "");
  const handOver = (id: string, input: HandOverDelivery) => handOverDelivery(actor, id, input);
  const submitted = await submit(request, HandOverDelivery, handOver, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/deliveries/${params.id}?done=handed-over`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HandOverPage() {
  const { delivery, lines, today, requestId } = useLoaderData<typeof loader>();
  const { handOver: words } = useMessages().deliveries;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead title={words.title} note={`${delivery.number} · ${delivery.site}`} />
      <Panel title={words.title} note={words.note} padded>
        {lines.length === 0 ? (
          <Empty title={delivery.status === "confirmed" ? words.nothingLeft : words.notSigned} />
        ) : (
          <HandOverForm
            deliveryId={delivery.id}
            lines={lines}
            today={today}
            errors={errors}
            requestId={requestId}
          />
        )}
      </Panel>
    </>
  );
}
