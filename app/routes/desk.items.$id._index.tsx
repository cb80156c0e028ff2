import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Boxes, GitMerge, Pencil } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { GiftTable } from "#app/components/gifts/gift-table.tsx";
import { History } from "#app/components/gifts/history.tsx";
import { ItemFacts } from "#app/components/items/item-facts.tsx";
import { Link } from "#app/components/layout/router.ts";
import { PhotoPanel } from "#app/components/photos/photo-panel.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listGifts } from "#app/domain/gifts/list.server.ts";
import { getItem } from "#app/domain/items/get.server.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { listPhotosOf } from "#app/domain/photos/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

const notices = ["added", "saved", "merged"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const item = await found(request, getItem(actor, params.id ?? ""));
  if (item.mergedInto !== null) throw redirect(`/desk/items/${item.mergedInto}`);
  const { searchParams } = new URL(request.url);
  const [gifts, history, photos] = await Promise.all([
    listGifts(actor, { itemId: item.id, page: pageIn(searchParams) }),
    listHistory(actor, item.id),
    listPhotosOf(actor, "item", item.id),
  ]);
  return {
    title: pageTitle(request, () => item.name),
    mayEdit: may(actor, "item.edit"),
    mayMerge: may(actor, "item.merge"),
    notice: notices.find((word) => searchParams.has(word)),
    item,
    gifts,
    history,
    photos,
    mayAddPhoto: may(actor, "photo.add"),
    requestId: uuidv7(),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Item() {
  const { item, gifts, history, notice, mayEdit, mayMerge } = useLoaderData<typeof loader>();
  const { items, gifts: words } = useMessages();
  const said = { added: items.added, saved: items.saved, merged: items.review.merged(item.name) };
  const actions = (
    <>
      <LinkButton href={`/desk/stock?item=${item.id}`} icon={Boxes}>
        {items.stock}
      </LinkButton>
      {mayMerge && (
        <LinkButton href={`/desk/items/${item.id}/merge`} icon={GitMerge}>
          {items.merge.link}
        </LinkButton>
      )}
      {mayEdit && (
        <LinkButton href={`/desk/items/${item.id}/edit`} icon={Pencil} tone="primary">
          {items.edit}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <PageHead title={item.name} note={items.categories[item.category]} actions={actions} />
      {notice && (
        <Note tone="ok" live>
          {said[notice]}
        </Note>
      )}
      {item.reviewedAt === null && (
        <Note tone="warn">
          {items.unreviewedText} <Link to="/desk/items/review">{items.review.title}</Link>
        </Note>
      )}
      <Panel title={items.facts.title} padded>
        <ItemFacts item={item} />
      </Panel>
      <Photos />
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

function Photos() {
  const { item, photos, mayAddPhoto, requestId } = useLoaderData<typeof loader>();
  return (
    <PhotoPanel
      subject={{ subjectKind: "item", subjectId: item.id }}
      what={item.name}
      photos={photos}
      mayAdd={mayAddPhoto}
      requestId={requestId}
    />
  );
}
