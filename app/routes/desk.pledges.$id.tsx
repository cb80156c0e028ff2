import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PackagePlus } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { GiftTable } from "#app/components/gifts/gift-table.tsx";
import { History } from "#app/components/gifts/history.tsx";
import { PledgeFacts, PledgeProgress } from "#app/components/pledges/pledge-facts.tsx";
import { ArrivedLink } from "#app/components/pledges/pledge-table.tsx";
import { WithdrawForm } from "#app/components/pledges/withdraw-form.tsx";
import { TracePanel } from "#app/components/trace/trace-panel.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listGifts } from "#app/domain/gifts/list.server.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { may } from "#app/domain/permissions.ts";
import { getPledge } from "#app/domain/pledges/get.server.ts";
import { WithdrawPledge } from "#app/domain/pledges/schema.ts";
import { openPledgeStates } from "#app/domain/pledges/state.ts";
import { getTraceSubject } from "#app/domain/trace/get-subject.server.ts";
import { withdrawPledge } from "#app/domain/pledges/withdraw.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { traceLink } from "#app/session/trace-link.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const pledge = await found(request, getPledge(actor, params.id ?? ""));
  const [gifts, history] = await Promise.all([
    listGifts(actor, { pledgeId: pledge.id }),
    listHistory(actor, pledge.id),
  ]);
  const { searchParams } = new URL(request.url);
  const receive = pledge.kind === "money" ? "gift.receive-money" : "gift.receive-goods";
  const isOpen = openPledgeStates.some((state) => state === pledge.state);
  return {
    title: pageTitle(request, (messages) => messages.pledges.detail.title(pledge.number)),
    requestId: uuidv7(),
    mayReceive: may(actor, receive),
    mayExpect: may(actor, "consignment.expect") && pledge.kind === "goods" && isOpen,
    mayWithdraw: may(actor, "pledge.withdraw") && isOpen,
    saved: searchParams.has("saved"),
    withdrawn: searchParams.has("withdrawn"),
    pledge,
    gifts,
    history,
    trace: traceLink((await getTraceSubject(actor, pledge.id)).code),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "pledge.withdraw");
  const pledge = await found(request, getPledge(actor, params.id ?? ""));
  const submitted = await submit(request, WithdrawPledge, (requestId, { reason }) =>
    withdrawPledge(actor, requestId, { pledgeId: pledge.id, reason }),
  );
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/pledges/${pledge.id}?withdrawn`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Pledge() {
  const { pledge, gifts, history, trace, ...page } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { pledges } = useMessages();
  return (
    <>
      <PageHead
        title={pledges.detail.title(pledge.number)}
        note={pledge.organization}
        actions={
          <>
            {page.mayExpect && (
              <LinkButton href={`/desk/consignments/new?pledge=${pledge.id}`} icon={PackagePlus}>
                {pledges.expect}
              </LinkButton>
            )}
            {page.mayReceive && <ArrivedLink row={pledge} />}
          </>
        }
      />
      {page.saved && (
        <Note tone="ok" live>
          {pledges.saved(pledge.number)}
        </Note>
      )}
      {page.withdrawn && (
        <Note tone="ok" live>
          {pledges.withdraw.done}
        </Note>
      )}
      <div className="cols">
        <Panel title={pledges.detail.facts} padded>
          <PledgeFacts pledge={pledge} />
        </Panel>
        <Panel title={pledges.detail.progress} padded={pledge.kind === "money"}>
          <PledgeProgress pledge={pledge} />
        </Panel>
      </div>
      <Panel title={pledges.detail.giftsTitle}>
        <GiftTable
          caption={pledges.detail.giftsTitle}
          rows={gifts.rows}
          empty={<Empty title={pledges.detail.noGifts}>{pledges.detail.noGiftsText}</Empty>}
        />
      </Panel>
      <TracePanel subjectId={pledge.id} {...trace} />
      <History events={history} />
      {page.mayWithdraw && <WithdrawForm pledgeId={pledge.id} requestId={page.requestId} errors={errors} />}
    </>
  );
}
