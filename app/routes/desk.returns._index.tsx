import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Undo2 } from "lucide-react";
import { ReturnTable } from "#app/components/returns/return-table.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { listReturns } from "#app/domain/returns/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return {
    returns: await listReturns(actor, { page: pageIn(new URL(request.url).searchParams) }),
    title: pageTitle(request, ({ returns }) => returns.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReturnsPage() {
  const { returns } = useLoaderData<typeof loader>();
  const words = useMessages().returns;
  const pages = pagesOf(returns);
  const empty = (
    <Empty icon={Undo2} title={words.none}>
      {words.noneHow}
    </Empty>
  );
  return (
    <>
      <PageHead title={words.title} note={words.note(returns.total)} />
      <Panel title={words.list}>
        <ReturnTable rows={returns.rows} empty={empty} />
        {pages > 1 && <Pager page={returns.page} pages={pages} rows={returns.total} />}
      </Panel>
    </>
  );
}
