import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { ExpectForm } from "#app/components/consignments/expect-form.tsx";
import { goodsGiftDefaults } from "#app/components/gifts/gift-defaults.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { expectConsignment } from "#app/domain/consignments/expect.server.ts";
import { ExpectConsignment } from "#app/domain/consignments/schema.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { goodsGiftChoices } from "#app/domain/gifts/form-choices.server.ts";
import { getPledge } from "#app/domain/pledges/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "consignment.expect");
  const pledgeId = new URL(request.url).searchParams.get("pledge");
  const [choices, pledge] = await Promise.all([
    goodsGiftChoices(actor),
    pledgeId ? found(request, getPledge(actor, pledgeId)) : null,
  ]);
  return {
    title: pageTitle(request, (messages) => messages.consignments.expect.title),
    requestId: uuidv7(),
    defaults: goodsGiftDefaults(pledge, todayInShanghai()),
    choices,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "consignment.expect");
  const submitted = await submit(request, ExpectConsignment, (requestId, input) =>
    expectConsignment(actor, requestId, input),
  );
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/consignments/${submitted.result.id}?done=made`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ExpectPage() {
  const { choices, defaults, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { consignments: words, gifts } = useMessages();
  return (
    <>
      <PageHead title={words.expect.title} note={words.expect.note} />
      {choices.warehouses.length === 0 ? (
        <Empty title={gifts.noWarehouse}>
          <LinkButton href="/desk/warehouses">{gifts.addWarehouse}</LinkButton>
        </Empty>
      ) : (
        <Panel title={words.detail.facts} padded>
          <ExpectForm choices={choices} defaults={defaults} errors={errors} requestId={requestId} />
        </Panel>
      )}
    </>
  );
}
