import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListTodo, Plus } from "lucide-react";
import { NeedTable } from "#app/components/needs/need-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { listNeeds } from "#app/domain/needs/list.server.ts";
import { type NeedView, needViews } from "#app/domain/needs/view.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const view = needViews.find((each) => each === searchParams.get("view")) ?? "open";
  const now = new Date();
  const needs = await listNeeds(actor, { view, page: pageIn(searchParams), now });
  const open = view === "open" ? needs.total : (await listNeeds(actor, { view: "open", now })).total;
  return {
    needs,
    open,
    view,
    now,
    mayRecord: may(actor, "need.record"),
    title: pageTitle(request, ({ needs: words }) => words.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NeedsPage() {
  const { needs, open, view, now, mayRecord } = useLoaderData<typeof loader>();
  const words = useMessages().needs;
  const pages = pagesOf(needs);
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(open)}
        actions={
          mayRecord && (
            <LinkButton href="/desk/needs/new" icon={Plus} tone="primary">
              {words.ask}
            </LinkButton>
          )
        }
      />
      <Tabs
        label={words.columns.step}
        tabs={needViews.map((each) => ({ href: hrefOf(each), label: words.views[each] }))}
        current={hrefOf(view)}
      />
      <Panel title={words.list} note={words.order}>
        <NeedTable
          rows={needs.rows}
          now={now}
          empty={
            <Empty icon={ListTodo} title={view === "open" ? words.nothing : words.none}>
              {view === "open" ? words.nothingHow : words.noneHow}
            </Empty>
          }
        />
        {pages > 1 && <Pager page={needs.page} pages={pages} rows={needs.total} />}
      </Panel>
    </>
  );
}

const hrefOf = (view: NeedView): string => (view === "open" ? "/desk/needs" : `/desk/needs?view=${view}`);
