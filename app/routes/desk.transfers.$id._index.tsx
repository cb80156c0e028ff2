import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { CaseTable } from "#app/components/cases/case-table.tsx";
import { Facts } from "#app/components/gifts/facts.tsx";
import { History } from "#app/components/gifts/history.tsx";
import { ReceiveForm } from "#app/components/transfers/receive-form.tsx";
import { TransferTag } from "#app/components/transfers/status-tag.tsx";
import { TransferLines } from "#app/components/transfers/transfer-lines.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listCases } from "#app/domain/cases/list.server.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { may } from "#app/domain/permissions.ts";
import { getTransfer } from "#app/domain/transfers/get.server.ts";
import { receiveTransfer } from "#app/domain/transfers/receive.server.ts";
import { ReceiveTransfer } from "#app/domain/transfers/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const transfer = await found(request, getTransfer(actor, params.id ?? ""));
  const isSent = transfer.status === "sent";
  return {
    transfer,
    history: await listHistory(actor, transfer.id),
    cases: (await listCases(actor, { transferId: transfer.id })).rows,
    mayReceive: isSent && may(actor, "transfer.receive"),
    isOwn: transfer.sentById === actor.userId,
    mayCancel: isSent && may(actor, "transfer.send"),
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ transfers }) => transfers.detail.title(transfer.number)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "transfer.receive");
  const form = await request.formData();
  form.set("transferId", params.id ?? "");
  const receive = (id: string, input: ReceiveTransfer) => receiveTransfer(actor, id, input);
  const submitted = await submit(request, ReceiveTransfer, receive, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/transfers/${params.id}?done=received`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TransferPage() {
  const page = useLoaderData<typeof loader>();
  const { transfer, today } = page;
  const { cases, transfers } = useMessages();
  const { detail: words, receive } = transfers;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead title={words.title(transfer.number)} note={<TransferTag status={transfer.status} />} />
      <Outcome />
      {page.mayCancel && (
        <div>
          <LinkButton tone="danger" href={`/desk/transfers/${transfer.id}/cancel`}>
            {words.cancel}
          </LinkButton>
        </div>
      )}
      <div className="cols">
        <div className="stack">
          <Panel title={words.lines}>
            <TransferLines lines={transfer.lines} received={transfer.status === "received"} today={today} />
          </Panel>
          {page.cases.length > 0 && (
            <Panel title={cases.list} note={words.differs}>
              <CaseTable ofOne rows={page.cases} today={today} />
            </Panel>
          )}
          <History events={page.history} />
        </div>
        <div className="stack">
          {page.mayReceive && (
            <Panel title={receive.title} padded>
              {page.isOwn ? (
                <Note tone="warn">{words.own}</Note>
              ) : (
                <ReceiveForm transfer={transfer} errors={errors} requestId={page.requestId} />
              )}
            </Panel>
          )}
          <Panel title={words.facts} padded>
            <Facts
              facts={[
                [words.from, transfer.from],
                [words.to, transfer.to],
                [words.sentBy, transfer.sentBy],
                [words.receivedBy, transfer.receivedBy],
                [words.reason, transfer.cancelledReason],
                [words.note, transfer.note],
              ]}
            />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Outcome() {
  const { transfer } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().transfers;
  const isDone = useSearchParams()[0].has("done");
  if (isDone) {
    return (
      <Note tone="ok" live>
        {words[transfer.status]}
      </Note>
    );
  }
  return transfer.status === "sent" ? <Note>{words.waiting(transfer.to)}</Note> : null;
}
