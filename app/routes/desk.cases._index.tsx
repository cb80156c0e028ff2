import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CaseTable } from "#app/components/cases/case-table.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { countOpenCases, listCases } from "#app/domain/cases/list.server.ts";
import { type CaseView, caseViews } from "#app/domain/cases/view.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const view = caseViews.find((each) => each === searchParams.get("view")) ?? "all";
  const [cases, open] = await Promise.all([
    listCases(actor, { view, page: pageIn(searchParams) }),
    countOpenCases(actor),
  ]);
  return {
    cases,
    open,
    view,
    today: todayInShanghai(),
    title: pageTitle(request, ({ cases }) => cases.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CasesPage() {
  const { cases, open, view, today } = useLoaderData<typeof loader>();
  const words = useMessages().cases;
  const pages = pagesOf(cases);
  return (
    <>
      <PageHead title={words.title} note={words.note(open.open, open.overdue)} />
      <ViewTabs view={view} />
      <Panel title={words.list}>
        <CaseTable
          rows={cases.rows}
          today={today}
          empty={
            view === "all" ? (
              <Empty title={words.none}>{words.noneHow}</Empty>
            ) : (
              <Empty title={words.nothing} />
            )
          }
        />
        {pages > 1 && <Pager page={cases.page} pages={pages} rows={cases.total} />}
      </Panel>
    </>
  );
}

function ViewTabs({ view }: { view: CaseView }) {
  const words = useMessages().cases;
  const href = (wanted: CaseView) => (wanted === "all" ? "/desk/cases" : `/desk/cases?view=${wanted}`);
  const tabs = caseViews.map((each) => ({ href: href(each), label: words.views[each] }));
  return <Tabs label={words.columns.state} tabs={tabs} current={href(view)} />;
}
