import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { TraceShare, TraceSlip } from "#app/components/trace/trace-share.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { may } from "#app/domain/permissions.ts";
import { getTraceSubject } from "#app/domain/trace/get-subject.server.ts";
import { ShareTrace } from "#app/domain/trace/schema.ts";
import { shareTrace } from "#app/domain/trace/share.server.ts";
import { unshareTrace } from "#app/domain/trace/unshare.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { traceLink } from "#app/session/trace-link.server.ts";

/** The trace code of a gift or of a promise: its link, its QR code, and a slip to print. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const subject = await found(request, getTraceSubject(actor, params.id ?? ""));
  return {
    subject,
    ...traceLink(subject.code),
    mayShare: may(actor, "trace.share"),
    requestId: uuidv7(),
    done: new URL(request.url).searchParams.get("done"),
    title: pageTitle(request, ({ trace }) => trace.desk.page(subject.number)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "trace.share");
  const form = await request.formData();
  form.set("subjectId", params.id ?? "");
  const stops = form.get("intent") === "stop";
  const verb = stops ? unshareTrace : shareTrace;
  const submitted = await submit<ShareTrace, { id: string }>(
    request,
    ShareTrace,
    (requestId, input) => verb(actor, requestId, input),
    form,
  );
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/traces/${params.id}?done=${stops ? "stopped" : "made"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TraceCode() {
  const { subject, link, qr, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { desk: words } = useMessages().trace;
  const back = subject.is === "gift" ? `/desk/gifts/${subject.id}` : `/desk/pledges/${subject.id}`;
  const said = new Map([
    ["made", words.made],
    ["stopped", words.stopped],
  ]).get(page.done ?? "");
  return (
    <>
      <div className="no-print stack">
        <PageHead
          title={words.page(subject.number)}
          note={subject.donor}
          actions={<LinkButton href={back}>{words.back}</LinkButton>}
        />
        {refused?.form && (
          <Note tone="bad" live>
            {refused.form}
          </Note>
        )}
        {said !== undefined && !refused && (
          <Note tone="ok" live>
            {said}
          </Note>
        )}
        <TraceShare subject={subject} link={link} mayShare={page.mayShare} requestId={page.requestId} />
      </div>
      {link !== null && qr !== null && <TraceSlip subject={subject} link={link} qr={qr} />}
    </>
  );
}
