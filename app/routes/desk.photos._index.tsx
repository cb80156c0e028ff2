import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Images } from "lucide-react";
import { PhotoList } from "#app/components/photos/photo-list.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { listPhotos } from "#app/domain/photos/list.server.ts";
import { photoViews } from "#app/domain/photos/view.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

/** Those that nobody has looked at for the public come first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const view = photoViews.find((each) => each === searchParams.get("view")) ?? "waiting";
  return {
    photos: await listPhotos(actor, { view, page: pageIn(searchParams) }),
    view,
    title: pageTitle(request, ({ photos }) => photos.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PhotosPage() {
  const { photos, view } = useLoaderData<typeof loader>();
  const words = useMessages().photos;
  const isRemoved = useSearchParams()[0].get("done") === "remove";
  const pages = pagesOf(photos);
  const tabs = photoViews.map((each) => ({ href: `/desk/photos?view=${each}`, label: words.views[each] }));
  return (
    <>
      <PageHead title={words.title} note={words.note(photos.total)} />
      {isRemoved && (
        <Note tone="ok" live>
          {words.done.remove}
        </Note>
      )}
      <Tabs label={words.list} tabs={tabs} current={`/desk/photos?view=${view}`} />
      <Panel title={words.views[view]}>
        {photos.rows.length > 0 && <PhotoList photos={photos.rows} />}
        {photos.total === 0 && <Nothing isWaiting={view === "waiting"} />}
        {pages > 1 && <Pager page={photos.page} pages={pages} rows={photos.total} />}
      </Panel>
    </>
  );
}

function Nothing({ isWaiting }: { isWaiting: boolean }) {
  const words = useMessages().photos;
  if (!isWaiting) return <Empty icon={Images} title={words.nothing} />;
  return (
    <Empty icon={Images} title={words.none}>
      {words.noneHow}
    </Empty>
  );
}
