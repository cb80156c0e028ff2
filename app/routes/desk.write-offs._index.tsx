import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PackageX } from "lucide-react";
import { type WriteOffStatus, writeOffStatuses } from "#db/vocabulary";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { WriteOffTable } from "#app/components/write-offs/write-off-table.tsx";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { listWriteOffs } from "#app/domain/write-offs/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const status = writeOffStatuses.find((each) => each === searchParams.get("status")) ?? null;
  return {
    documents: await listWriteOffs(actor, { status, page: pageIn(searchParams) }),
    status,
    title: pageTitle(request, ({ writeOffs }) => writeOffs.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function WriteOffsPage() {
  const { documents, status } = useLoaderData<typeof loader>();
  const words = useMessages().writeOffs;
  const pages = pagesOf(documents);
  return (
    <>
      <PageHead title={words.title} note={words.note(documents.total)} />
      <StatusTabs status={status} />
      <Panel title={words.list}>
        <WriteOffTable
          rows={documents.rows}
          empty={
            status === null ? (
              <Empty icon={PackageX} title={words.none}>
                {words.noneHow}
              </Empty>
            ) : (
              <Empty icon={PackageX} title={words.nothing} />
            )
          }
        />
        {pages > 1 && <Pager page={documents.page} pages={pages} rows={documents.total} />}
      </Panel>
    </>
  );
}

function StatusTabs({ status }: { status: WriteOffStatus | null }) {
  const words = useMessages().writeOffs;
  const href = (wanted: WriteOffStatus | null) =>
    wanted === null ? "/desk/write-offs" : `/desk/write-offs?status=${wanted}`;
  const tabs = [
    { href: href(null), label: words.all },
    ...writeOffStatuses.map((each) => ({ href: href(each), label: words.statuses[each] })),
  ];
  return <Tabs label={words.columns.status} tabs={tabs} current={href(status)} />;
}
