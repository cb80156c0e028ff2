import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Printer } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { History } from "#app/components/gifts/history.tsx";
import { PhotoPanel } from "#app/components/photos/photo-panel.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { ApproveForm, RejectForm } from "#app/components/write-offs/decide-forms.tsx";
import { WriteOffTag } from "#app/components/write-offs/status-tag.tsx";
import { WriteOffFacts } from "#app/components/write-offs/write-off-facts.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { may } from "#app/domain/permissions.ts";
import { listPhotosOf } from "#app/domain/photos/list.server.ts";
import { approveWriteOff } from "#app/domain/write-offs/approve.server.ts";
import { getWriteOff } from "#app/domain/write-offs/get.server.ts";
import { rejectWriteOff } from "#app/domain/write-offs/reject.server.ts";
import { ApproveWriteOff, RejectWriteOff } from "#app/domain/write-offs/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const document = await found(request, getWriteOff(actor, params.id ?? ""));
  return {
    document,
    history: await listHistory(actor, document.id),
    photos: await listPhotosOf(actor, "write_off", document.id),
    mayAddPhoto: may(actor, "photo.add"),
    mayDecide: document.status === "requested" && may(actor, "write-off.decide"),
    isOwn: document.requestedById === actor.userId,
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ writeOffs }) => writeOffs.detail.title(document.number)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "write-off.decide");
  const form = await request.formData();
  form.set("writeOffId", params.id ?? "");
  const isRejection = form.get("intent") === "reject";
  const submitted = isRejection
    ? await submit(request, RejectWriteOff, (id, input) => rejectWriteOff(actor, id, input), form)
    : await submit(request, ApproveWriteOff, (id, input) => approveWriteOff(actor, id, input), form);
  if (submitted.ok) throw redirect(`/desk/write-offs/${params.id}?done=decided`);
  return data({ ...submitted.answer.data, isRejection }, submitted.answer.init ?? {});
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function WriteOffPage() {
  const { document, history, mayDecide, isOwn, today, requestId } = useLoaderData<typeof loader>();
  const { detail: words, decide } = useMessages().writeOffs;
  const errors = useActionData<typeof action>();
  const shared = { writeOffId: document.id, requestId };
  return (
    <>
      <PageHead
        title={words.title(document.number)}
        note={<WriteOffTag status={document.status} takenBack={document.takenBack} />}
        actions={
          <span className="no-print">
            <PrintButton icon={Printer} tone={mayDecide ? "plain" : "primary"}>
              {words.print}
            </PrintButton>
          </span>
        }
      />
      <Outcome />
      <div className="cols print:block">
        <div className="stack">
          <WriteOffFacts document={document} today={today} />
          <div className="no-print">
            <Photos />
          </div>
          {history.length > 0 && (
            <div className="no-print">
              <History events={history} />
            </div>
          )}
        </div>
        {mayDecide && (
          <div className="stack no-print">
            <Panel title={decide.title} padded>
              <ApproveForm {...shared} isOwn={isOwn} errors={errors?.isRejection ? undefined : errors} />
            </Panel>
            <Panel title={decide.rejectTitle} padded>
              <RejectForm {...shared} errors={errors?.isRejection ? errors : undefined} />
            </Panel>
          </div>
        )}
      </div>
    </>
  );
}

function Photos() {
  const { document, photos, mayAddPhoto, requestId } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().writeOffs;
  return (
    <PhotoPanel
      subject={{ subjectKind: "write_off", subjectId: document.id }}
      what={words.title(document.number)}
      photos={photos}
      mayAdd={mayAddPhoto}
      requestId={requestId}
    />
  );
}

function Outcome() {
  const { document } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().writeOffs;
  const isDone = useSearchParams()[0].has("done");
  const said = { requested: words.asked, approved: words.approved, rejected: words.rejected };
  if (!document.takenBack && !isDone) return null;
  return (
    <div className="no-print">
      {document.takenBack ? (
        <Note tone="warn">{words.takenBack}</Note>
      ) : (
        <Note tone="ok" live>
          {said[document.status]}
        </Note>
      )}
    </div>
  );
}
