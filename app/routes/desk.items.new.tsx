import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { ItemForm } from "#app/components/items/item-form.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { addItem } from "#app/domain/items/add.server.ts";
import { listItemChoices } from "#app/domain/items/list-choices.server.ts";
import { AddItem } from "#app/domain/items/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "item.edit");
  return {
    title: pageTitle(request, ({ items }) => items.add),
    requestId: uuidv7(),
    others: await listItemChoices(actor, actor.organizationId),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "item.edit");
  const submitted = await submit(request, AddItem, (requestId, input) => addItem(actor, requestId, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/items/${submitted.result.id}?added`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewItem() {
  const { others, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { items } = useMessages();
  return (
    <>
      <PageHead title={items.add} note={items.addNote} />
      <Panel title={items.add} padded>
        <ItemForm item={undefined} others={others} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}
