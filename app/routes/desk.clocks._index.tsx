import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Clock3, Settings2 } from "lucide-react";
import { ClockTable } from "#app/components/clocks/clock-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listOverdue } from "#app/domain/clocks/overdue.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const now = new Date();
  return {
    clocks: await listOverdue(actor, { page: pageIn(new URL(request.url).searchParams), now }),
    now,
    organizationId: actor.organizationId,
    title: pageTitle(request, ({ clocks }) => clocks.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ClocksPage() {
  const { clocks, now, organizationId } = useLoaderData<typeof loader>();
  const words = useMessages().clocks;
  const pages = pagesOf(clocks);
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(clocks.late, clocks.soon)}
        actions={
          <LinkButton href={`/desk/organizations/${organizationId}#targets`} icon={Settings2}>
            {words.targets.title}
          </LinkButton>
        }
      />
      <Panel title={words.list}>
        <ClockTable
          rows={clocks.rows}
          now={now}
          empty={
            <Empty icon={Clock3} title={words.none}>
              {words.noneHow}
            </Empty>
          }
        />
        {pages > 1 && <Pager page={clocks.page} pages={pages} rows={clocks.total} />}
      </Panel>
    </>
  );
}
