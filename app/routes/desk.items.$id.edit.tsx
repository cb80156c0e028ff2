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
import { editItem } from "#app/domain/items/edit.server.ts";
import { getItem } from "#app/domain/items/get.server.ts";
import { listItemChoices } from "#app/domain/items/list-choices.server.ts";
import { EditItem } from "#app/domain/items/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "item.edit");
  const item = await found(request, getItem(actor, params.id ?? ""));
  if (item.mergedInto !== null) throw redirect(`/desk/items/${item.mergedInto}`);
  return {
    title: pageTitle(request, ({ items }) => items.editTitle(item.name)),
    requestId: uuidv7(),
    item,
    others: await listItemChoices(actor, item.organizationId, item.id),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "item.edit");
  const submitted = await submit(request, EditItem, (requestId, input) =>
    editItem(actor, requestId, { ...input, itemId: params.id ?? "" }),
  );
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/items/${submitted.result.id}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditItemPage() {
  const page = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { items } = useMessages();
  return (
    <>
      <PageHead title={items.editTitle(page.item.name)} />
      <Panel title={items.edit} padded>
        <ItemForm item={page.item} others={page.others} errors={errors} requestId={page.requestId} />
      </Panel>
    </>
  );
}
