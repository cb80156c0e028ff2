import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { Correction } from "#app/components/gifts/correction.tsx";
import { GiftFacts } from "#app/components/gifts/gift-facts.tsx";
import { History } from "#app/components/gifts/history.tsx";
import { LotTable } from "#app/components/gifts/lot-table.tsx";
import { TracePanel } from "#app/components/trace/trace-panel.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { type Gift, getGift } from "#app/domain/gifts/get.server.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { ReverseEntry } from "#app/domain/ledger/schema.ts";
import { getTraceSubject } from "#app/domain/trace/get-subject.server.ts";
import { may } from "#app/domain/permissions.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { traceLink } from "#app/session/trace-link.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const gift = await found(request, getGift(actor, params.id ?? ""));
  const { searchParams } = new URL(request.url);
  return {
    title: pageTitle(request, (messages) => headingOf(gift, messages)),
    requestId: uuidv7(),
    mayReverse: may(actor, "entry.reverse"),
    saved: searchParams.has("saved"),
    corrected: searchParams.has("corrected"),
    history: await listHistory(actor, gift.id),
    trace: traceLink((await getTraceSubject(actor, gift.id)).code),
    gift,
  };
}

const headingOf = ({ kind, number }: Pick<Gift, "kind" | "number">, { gifts }: Messages): string =>
  kind === "money" ? gifts.detail.moneyTitle(number) : gifts.detail.goodsTitle(number);

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "entry.reverse");
  const gift = await found(request, getGift(actor, params.id ?? ""));
  const submitted = await submit(request, ReverseEntry, (requestId, { reason }) =>
    reverseEntry(actor, requestId, { entryId: gift.entryId, reason }),
  );
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/gifts/${gift.id}?corrected`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function GiftPage() {
  const { gift, history, trace, ...page } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const messages = useMessages();
  const { gifts } = messages;
  const again = gift.kind === "money" ? "/desk/gifts/money" : "/desk/gifts/goods/new";
  return (
    <>
      <PageHead title={headingOf(gift, messages)} note={gift.organization} />
      {page.saved && (
        <Note tone="ok" live>
          {gifts.quick.saved(gift.number)}
        </Note>
      )}
      {page.corrected && (
        <Note tone="ok" live>
          {gifts.correct.done} <LinkButton href={again}>{gifts.correct.again}</LinkButton>
        </Note>
      )}
      {gift.reversed && <Note tone="warn">{gifts.detail.reversedNote}</Note>}
      <Panel title={gifts.detail.facts} padded>
        <GiftFacts gift={gift} />
      </Panel>
      {gift.lots.length > 0 && (
        <Panel title={gifts.detail.lots}>
          <LotTable lots={gift.lots} />
        </Panel>
      )}
      <TracePanel subjectId={gift.id} {...trace} />
      <History events={history} />
      {page.mayReverse && !gift.reversed && (
        <Correction entryId={gift.entryId} requestId={page.requestId} errors={errors} />
      )}
    </>
  );
}
