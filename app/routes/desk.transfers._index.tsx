import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ArrowLeftRight, Plus } from "lucide-react";
import { type TransferStatus, transferStatuses } from "#db/vocabulary";
import { TransferTable } from "#app/components/transfers/transfer-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { listTransfers } from "#app/domain/transfers/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const status = transferStatuses.find((each) => each === searchParams.get("status")) ?? null;
  return {
    transfers: await listTransfers(actor, { status, page: pageIn(searchParams) }),
    status,
    maySend: may(actor, "transfer.send"),
    title: pageTitle(request, ({ transfers }) => transfers.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TransfersPage() {
  const { transfers, status, maySend } = useLoaderData<typeof loader>();
  const words = useMessages().transfers;
  const pages = pagesOf(transfers);
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(transfers.total)}
        actions={
          maySend && (
            <LinkButton href="/desk/transfers/new" icon={Plus} tone="primary">
              {words.add}
            </LinkButton>
          )
        }
      />
      <StatusTabs status={status} />
      <Panel title={words.list}>
        <TransferTable
          rows={transfers.rows}
          empty={
            status === null ? (
              <Empty icon={ArrowLeftRight} title={words.none}>
                {words.noneHow}
              </Empty>
            ) : (
              <Empty icon={ArrowLeftRight} title={words.nothing} />
            )
          }
        />
        {pages > 1 && <Pager page={transfers.page} pages={pages} rows={transfers.total} />}
      </Panel>
    </>
  );
}

function StatusTabs({ status }: { status: TransferStatus | null }) {
  const words = useMessages().transfers;
  const href = (wanted: TransferStatus | null) =>
    wanted === null ? "/desk/transfers" : `/desk/transfers?status=${wanted}`;
  const tabs = [
    { href: href(null), label: words.all },
    ...transferStatuses.map((each) => ({ href: href(each), label: words.statuses[each] })),
  ];
  return <Tabs label={words.columns.status} tabs={tabs} current={href(status)} />;
}
