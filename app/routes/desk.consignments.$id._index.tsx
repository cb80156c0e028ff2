import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Ban, ClipboardList, PackageCheck, PackageX, Printer } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { BoxTable } from "#app/components/consignments/box-table.tsx";
import { ConsignmentFacts } from "#app/components/consignments/consignment-facts.tsx";
import { LineTable } from "#app/components/consignments/line-table.tsx";
import { RefusalTable } from "#app/components/consignments/refusal-table.tsx";
import { SharePanel } from "#app/components/consignments/share-panel.tsx";
import { StatusTag } from "#app/components/consignments/status-tag.tsx";
import { History } from "#app/components/gifts/history.tsx";
import { Link } from "#app/components/layout/router.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { acceptGoods } from "#app/domain/consignments/accept.server.ts";
import { getConsignment } from "#app/domain/consignments/get.server.ts";
import { AcceptGoods, ShareConsignment } from "#app/domain/consignments/schema.ts";
import { shareConsignment } from "#app/domain/consignments/share.server.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { consignmentLink } from "#app/session/consignment-link.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const consignment = await found(request, getConsignment(actor, params.id ?? ""));
  const isOpen = consignment.status === "expected" || consignment.status === "counting";
  return {
    consignment,
    history: await listHistory(actor, consignment.id),
    can: {
      share: may(actor, "consignment.expect") && consignment.status === "expected",
      cancel: may(actor, "consignment.expect") && isOpen,
      count: may(actor, "consignment.count") && isOpen,
      check: may(actor, "consignment.check") && consignment.status === "counting",
      open: may(actor, "consignment.count") && consignment.status === "received",
      print: may(actor, "label.print"),
    },
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ consignments }) => consignments.detail.title(consignment.number)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  form.set("consignmentId", params.id ?? "");
  if (form.get("intent") === "accept") {
    const actor = await requireAction(request, "consignment.count");
    const accept = (id: string, input: AcceptGoods) => acceptGoods(actor, id, input);
    const accepted = await submit(request, AcceptGoods, accept, form);
    if (!accepted.ok) return answerTo("accept", accepted);
    throw redirect(`/desk/consignments/${params.id}?done=accepted`);
  }
  const actor = await requireAction(request, "consignment.expect");
  const share = async (id: string, input: ShareConsignment) =>
    consignmentLink(await shareConsignment(actor, id, input));
  return answerTo("share", await submit(request, ShareConsignment, share, form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ConsignmentPage() {
  const { consignment, history, can, today, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { detail: words } = useMessages().consignments;
  const { boxes, refusals } = consignment;
  const unknown = boxes.filter((box) => box.unknown).length;
  const known = boxes.filter(({ kind }) => kind === "box").length - unknown;
  return (
    <>
      <PageHead
        title={words.title(consignment.number)}
        note={<StatusTag status={consignment.status} />}
        actions={<Acts />}
      />
      <Outcome />
      {consignment.overrideReason && (
        <Note tone="bad">
          <b>{words.override}</b>
          <br />
          {consignment.overrideReason}
        </Note>
      )}
      {consignment.status === "counting" && <Note>{words.waiting}</Note>}
      <Panel title={words.lines}>
        <LineTable lines={consignment.lines} begun={consignment.arrivedAt !== null} today={today} />
      </Panel>
      {refusals.length > 0 && (
        <Panel title={words.refusals}>
          <RefusalTable refusals={refusals} requestId={can.count ? requestId : undefined} />
        </Panel>
      )}
      <div className={can.share ? "cols" : "stack"}>
        <div className="stack">
          {boxes.length > 0 && (
            <Panel
              title={words.boxes}
              note={words.boxesNote(known, unknown)}
              more={
                can.print && (
                  <Link to={`/desk/labels/print?consignment=${consignment.id}`}>{words.printLabels}</Link>
                )
              }
            >
              <BoxTable consignment={consignment} mayOpen={can.open} />
            </Panel>
          )}
          <Panel title={words.facts} padded>
            <ConsignmentFacts consignment={consignment} />
          </Panel>
        </div>
        {can.share && (
          <SharePanel
            consignment={consignment}
            link={answer?.intent === "share" ? answer.result : undefined}
            requestId={requestId}
          />
        )}
      </div>
      <History events={history} />
    </>
  );
}

function Acts() {
  const { consignment, can } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().consignments;
  const here = `/desk/consignments/${consignment.id}`;
  return (
    <>
      {can.check && (
        <LinkButton href={`${here}/receive`} icon={PackageCheck} tone="primary">
          {words.receive}
        </LinkButton>
      )}
      {can.count && (
        <>
          <LinkButton
            href={`${here}/count`}
            icon={ClipboardList}
            tone={consignment.status === "expected" ? "primary" : "plain"}
          >
            {words.count}
          </LinkButton>
          <LinkButton href={`${here}/refuse`} icon={PackageX}>
            {words.refuse}
          </LinkButton>
        </>
      )}
      <LinkButton href={`${here}/note`} icon={Printer}>
        {words.print}
      </LinkButton>
      {can.cancel && (
        <LinkButton href={`${here}/cancel`} icon={Ban} tone="danger">
          {words.cancel}
        </LinkButton>
      )}
    </>
  );
}

function Outcome() {
  const { consignment } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { detail: words } = useMessages().consignments;
  const done = useSearchParams()[0].get("done");
  const gift = consignment.gifts.find(({ supplement }) => !supplement);
  const received = gift ? words.received(gift.number) : words.receivedNothing;
  if (answer?.errors) {
    return (
      <Note tone="bad" live>
        {answer.errors.form}
      </Note>
    );
  }
  const said = new Map([
    ["made", words.made],
    ["refused", words.refused],
    ["accepted", words.accepted],
    ["received", received],
  ]).get(done ?? "");
  if (!said || answer) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
