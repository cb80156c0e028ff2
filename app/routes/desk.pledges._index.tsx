import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { LedgerTabs } from "#app/components/gifts/ledger-tabs.tsx";
import { PledgeFilterForm } from "#app/components/pledges/pledge-filter-form.tsx";
import { PledgeForm } from "#app/components/pledges/pledge-form.tsx";
import { PledgeTable } from "#app/components/pledges/pledge-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { giftFilterIn } from "#app/domain/gifts/filter.ts";
import { pledgeChoices } from "#app/domain/gifts/form-choices.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { getPledge } from "#app/domain/pledges/get.server.ts";
import { countOverduePledges, listPledges } from "#app/domain/pledges/list.server.ts";
import { recordPledge } from "#app/domain/pledges/record.server.ts";
import { RecordPledge } from "#app/domain/pledges/schema.ts";
import { openPledgeStates, pledgeStates } from "#app/domain/pledges/state.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const savedId = searchParams.get("saved");
  const { q, importId } = giftFilterIn(searchParams);
  const states = searchParams.get("show") === "all" ? pledgeStates : openPledgeStates;
  const [pledges, overdue, choices, saved] = await Promise.all([
    listPledges(actor, { q, states, importId, page: pageIn(searchParams) }),
    countOverduePledges(actor),
    pledgeChoices(actor),
    savedId ? found(request, getPledge(actor, savedId)) : null,
  ]);
  return {
    title: pageTitle(request, (messages) => messages.pledges.title),
    today: todayInShanghai(),
    requestId: uuidv7(),
    mayRecord: may(actor, "pledge.record"),
    mayReceive: may(actor, "gift.receive-money"),
    saved: saved && { id: saved.id, number: saved.number },
    filtered: q !== undefined,
    pledges,
    overdue,
    choices,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "pledge.record");
  const submitted = await submit(request, RecordPledge, (requestId, input) =>
    recordPledge(actor, requestId, input),
  );
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/pledges?saved=${submitted.result.id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Pledges() {
  const { pledges, saved, choices, ...page } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { gifts, pledges: words } = useMessages();
  return (
    <>
      <PageHead
        title={gifts.ledger}
        note={gifts.unitYuan}
        actions={page.mayRecord && <LinkButton href="/desk/pledges/new">{words.recordGoods}</LinkButton>}
      />
      <LedgerTabs overdue={page.overdue} />
      {saved && (
        <Note tone="ok" live key={saved.id}>
          {words.saved(saved.number)}
        </Note>
      )}
      {page.mayRecord && (
        <Panel title={words.recordMoney} note={words.recordNote} padded>
          <PledgeForm
            key={saved?.id}
            kind="money"
            choices={choices}
            today={page.today}
            errors={errors}
            requestId={page.requestId}
            focus={saved !== null}
          />
        </Panel>
      )}
      <Panel title={words.title} note={words.note(pledges.total)}>
        <PledgeFilterForm />
        <PledgeTable
          rows={pledges.rows}
          mayReceive={page.mayReceive}
          empty={
            page.filtered ? (
              <Empty title={gifts.filter.none}>{gifts.filter.noneText}</Empty>
            ) : (
              <Empty title={words.empty}>{words.emptyText}</Empty>
            )
          }
        />
        <Pager page={pledges.page} pages={pagesOf(pledges)} rows={pledges.total} />
      </Panel>
    </>
  );
}
