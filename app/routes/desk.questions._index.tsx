import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MessageCircleQuestion } from "lucide-react";
import { QuestionTable } from "#app/components/trace/question-table.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { listQuestions } from "#app/domain/questions/list.server.ts";
import { type QuestionView, questionViews } from "#app/domain/questions/view.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const view = questionViews.find((each) => each === searchParams.get("view")) ?? "open";
  const questions = await listQuestions(actor, { view, page: pageIn(searchParams) });
  const open = view === "open" ? questions.total : (await listQuestions(actor)).total;
  return { questions, open, view, title: pageTitle(request, ({ trace }) => trace.inbox.title) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Questions() {
  const { questions, open, view } = useLoaderData<typeof loader>();
  const { inbox: words } = useMessages().trace;
  const pages = pagesOf(questions);
  return (
    <>
      <PageHead title={words.title} note={words.note(open)} />
      <Tabs
        label={words.title}
        tabs={questionViews.map((each) => ({ href: hrefOf(each), label: words.views[each] }))}
        current={hrefOf(view)}
      />
      <Panel title={words.list}>
        <QuestionTable
          rows={questions.rows}
          empty={
            <Empty icon={MessageCircleQuestion} title={words.none}>
              {words.noneHow}
            </Empty>
          }
        />
        {pages > 1 && <Pager page={questions.page} pages={pages} rows={questions.total} />}
      </Panel>
    </>
  );
}

const hrefOf = (view: QuestionView): string =>
  view === "open" ? "/desk/questions" : `/desk/questions?view=${view}`;
