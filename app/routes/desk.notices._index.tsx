import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Bell, Check } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { Form } from "#app/components/layout/router.ts";
import { NoticeList } from "#app/components/notices/notice-list.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { countUnread, listNotices } from "#app/domain/notices/list.server.ts";
import { readNotices } from "#app/domain/notices/read.server.ts";
import { ReadNotices } from "#app/domain/notices/schema.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = pageIn(new URL(request.url).searchParams);
  const [notices, unread] = await Promise.all([listNotices(actor, { page }), countUnread(actor)]);
  return {
    notices,
    unread,
    mayRead: may(actor, "notice.read"),
    requestId: uuidv7(),
    title: pageTitle(request, ({ notices: words }) => words.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "notice.read");
  const submitted = await submit(request, ReadNotices, (id, input) => readNotices(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect("/desk/notices");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NoticesPage() {
  const { notices, unread, mayRead, requestId } = useLoaderData<typeof loader>();
  const words = useMessages().notices;
  const [latest] = notices.rows;
  const pages = pagesOf(notices);
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(unread)}
        actions={
          mayRead &&
          unread > 0 &&
          latest !== undefined && (
            <Form method="post">
              <input type="hidden" name="requestId" value={requestId} />
              <input type="hidden" name="until" value={latest.createdAt.toISOString()} />
              <Button tone="primary" icon={Check}>
                {words.readAll}
              </Button>
            </Form>
          )
        }
      />
      <Panel title={words.title}>
        <NoticeList
          rows={notices.rows}
          empty={
            <Empty icon={Bell} title={words.none}>
              {words.noneHow}
            </Empty>
          }
        />
        {pages > 1 && <Pager page={notices.page} pages={pages} rows={notices.total} />}
      </Panel>
    </>
  );
}
