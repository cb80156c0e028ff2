import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { GiftTable } from "#app/components/gifts/gift-table.tsx";
import { History } from "#app/components/gifts/history.tsx";
import { ItemForm } from "#app/components/items/item-form.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listGifts } from "#app/domain/gifts/list.server.ts";
import { editItem } from "#app/domain/items/edit.server.ts";
import { getItem } from "#app/domain/items/get.server.ts";
import { EditItem } from "#app/domain/items/schema.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const item = await found(request, getItem(actor, params.id ?? ""));
  const { searchParams } = new URL(request.url);
  const [gifts, history] = await Promise.all([
    listGifts(actor, { itemId: item.id, page: pageIn(searchParams) }),
    listHistory(actor, item.id),
  ]);
  return {
    title: pageTitle(request, () => item.name),
    requestId: uuidv7(),
    mayEdit: may(actor, "item.edit"),
    saved: searchParams.has("saved"),
    item,
    gifts,
    history,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "item.edit");
  const submitted = await submit(request, EditItem, (requestId, input) =>
    editItem(actor, requestId, { ...input, itemId: params.id ?? "" }),
  );
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/items/${submitted.result.id}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Item() {
  const { item, gifts, history, ...page } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { items, gifts: words } = useMessages();
  return (
    <>
      <PageHead title={item.name} note={items.categories[item.category]} />
      {page.saved && (
        <Note tone="ok" live>
          {items.saved}
        </Note>
      )}
      {page.mayEdit && (
        <Panel title={items.edit} padded>
          <ItemForm item={item} errors={errors} requestId={page.requestId} />
        </Panel>
      )}
      <Panel title={items.given} note={words.goods.note(gifts.total)}>
        <GiftTable
          caption={items.given}
          rows={gifts.rows}
          empty={<Empty title={words.filter.none}>{words.filter.noneText}</Empty>}
        />
        <Pager page={gifts.page} pages={pagesOf(gifts)} rows={gifts.total} />
      </Panel>
      <History events={history} />
    </>
  );
}
