import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { ReasonForm } from "#app/components/deliveries/reason-form.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { renewCode } from "#app/domain/deliveries/renew-code.server.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { RenewCode } from "#app/domain/deliveries/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "delivery.renew-code");
  const { id, number, site } = await found(request, getDelivery(actor, params.id ?? ""));
  return {
    id,
    number,
    site,
    requestId: uuidv7(),
    title: pageTitle(request, ({ deliveries }) => deliveries.renewCode.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "delivery.renew-code");
  const form = await request.formData();
  form.set("deliveryId", params.id ?? "");
  const submitted = await submit(request, RenewCode, (id, input) => renewCode(actor, id, input), form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/deliveries/${params.id}?done=code`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RenewCodePage() {
  const { id, number, site, requestId } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const words = messages.deliveries.renewCode;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead title={words.title} note={`${number} · ${site}`} />
      <Note tone="warn">{words.note}</Note>
      <Panel title={words.reason} padded>
        <ReasonForm
          schema={RenewCode}
          deliveryId={id}
          words={{ ...words, keep: messages.common.actions.cancel }}
          errors={errors}
          requestId={requestId}
        />
      </Panel>
    </>
  );
}
