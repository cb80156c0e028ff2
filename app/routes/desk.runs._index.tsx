import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus, Route } from "lucide-react";
import { type RunStatus, runStatuses } from "#db/vocabulary";
import { RunTable } from "#app/components/runs/run-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { listRuns } from "#app/domain/runs/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const status = runStatuses.find((each) => each === searchParams.get("status")) ?? null;
  return {
    runs: await listRuns(actor, { status, page: pageIn(searchParams) }),
    status,
    mayPlan: may(actor, "run.plan"),
    title: pageTitle(request, ({ runs }) => runs.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RunsPage() {
  const { runs, status, mayPlan } = useLoaderData<typeof loader>();
  const words = useMessages().runs;
  const pages = pagesOf(runs);
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(runs.total)}
        actions={
          <>
            <LinkButton href="/desk/vehicles">{words.fleet}</LinkButton>
            {mayPlan && (
              <LinkButton href="/desk/runs/new" icon={Plus} tone="primary">
                {words.add}
              </LinkButton>
            )}
          </>
        }
      />
      <StatusTabs status={status} />
      <Panel title={words.list}>
        <RunTable
          rows={runs.rows}
          empty={
            status === null ? (
              <Empty icon={Route} title={words.none}>
                {words.noneHow}
              </Empty>
            ) : (
              <Empty icon={Route} title={words.nothing} />
            )
          }
        />
        {pages > 1 && <Pager page={runs.page} pages={pages} rows={runs.total} />}
      </Panel>
    </>
  );
}

function StatusTabs({ status }: { status: RunStatus | null }) {
  const words = useMessages().runs;
  const href = (wanted: RunStatus | null) => (wanted === null ? "/desk/runs" : `/desk/runs?status=${wanted}`);
  const tabs = [
    { href: href(null), label: words.all },
    ...runStatuses.map((each) => ({ href: href(each), label: words.statuses[each] })),
  ];
  return <Tabs label={words.columns.status} tabs={tabs} current={href(status)} />;
}
