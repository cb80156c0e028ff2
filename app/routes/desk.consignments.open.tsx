import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { OpenForm } from "#app/components/consignments/open-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { openConsignment } from "#app/domain/consignments/open.server.ts";
import { OpenConsignment } from "#app/domain/consignments/schema.ts";
import { donorSuggestions } from "#app/domain/gifts/form-choices.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "consignment.count");
  const [donors, warehouses] = await Promise.all([donorSuggestions(actor), listWarehouses(actor)]);
  return {
    title: pageTitle(request, (messages) => messages.consignments.open.title),
    requestId: uuidv7(),
    donors,
    warehouses,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "consignment.count");
  const submitted = await submit(request, OpenConsignment, (requestId, input) =>
    openConsignment(actor, requestId, input),
  );
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/consignments/${submitted.result.id}/count?done=opened`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OpenPage() {
  const { donors, warehouses, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { consignments, gifts } = useMessages();
  const { detail, open } = consignments;
  return (
    <>
      <PageHead title={open.title} note={open.note} />
      {warehouses.length === 0 ? (
        <Empty title={gifts.noWarehouse}>
          <LinkButton href="/desk/warehouses">{gifts.addWarehouse}</LinkButton>
        </Empty>
      ) : (
        <Panel title={detail.facts} padded>
          <OpenForm donors={donors} warehouses={warehouses} errors={errors} requestId={requestId} />
        </Panel>
      )}
    </>
  );
}
