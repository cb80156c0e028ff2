import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { FileText } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { CaseFacts, CaseOutcome, LineSum } from "#app/components/cases/case-facts.tsx";
import {
  AssignForm,
  CloseForm,
  DecideForm,
  NoteForm,
  TakeOverForm,
} from "#app/components/cases/case-forms.tsx";
import { CaseLots } from "#app/components/cases/case-lots.tsx";
import { CaseNotes } from "#app/components/cases/case-notes.tsx";
import { CaseAbout, DueTag, OutcomeTag } from "#app/components/cases/case-words.tsx";
import { TwoCounts } from "#app/components/cases/two-counts.tsx";
import { PhotoPanel } from "#app/components/photos/photo-panel.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { assignCase } from "#app/domain/cases/assign.server.ts";
import { closeCase } from "#app/domain/cases/close.server.ts";
import { decideCase } from "#app/domain/cases/decide.server.ts";
import { getCase } from "#app/domain/cases/get.server.ts";
import { noteCase } from "#app/domain/cases/note.server.ts";
import { listOwners } from "#app/domain/cases/owners.server.ts";
import { listReplacements } from "#app/domain/cases/replacements.server.ts";
import { AssignCase, CloseCase, DecideCase, NoteCase } from "#app/domain/cases/schema.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { may } from "#app/domain/permissions.ts";
import { listPhotosOf } from "#app/domain/photos/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found as orNotFound } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await orNotFound(request, getCase(actor, params.id ?? ""));
  const isOpen = found.closedAt === null;
  const can = {
    work: isOpen && may(actor, "case.work"),
    decide: found.decision === null && may(actor, "case.decide"),
  };
  return {
    found,
    can,
    owners: can.work ? await listOwners(actor) : [],
    replacements: can.decide ? await listReplacements(found.id) : [],
    photos: await listPhotosOf(actor, "case", found.id),
    mayAddPhoto: may(actor, "photo.add"),
    userId: actor.userId,
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ cases }) => cases.detail.title(found.number)),
  };
}

const intents = ["note", "assign", "decide", "close"] as const;
type Intent = (typeof intents)[number];

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await request.formData();
  form.set("caseId", params.id ?? "");
  const intent = intents.find((each) => each === form.get("intent")) ?? "note";
  const acts = {
    note: () => submit(request, NoteCase, (id, input) => noteCase(actor, id, input), form),
    assign: () => submit(request, AssignCase, (id, input) => assignCase(actor, id, input), form),
    decide: () => submit(request, DecideCase, (id, input) => decideCase(actor, id, input), form),
    close: () => submit(request, CloseCase, (id, input) => closeCase(actor, id, input), form),
  };
  const submitted = await acts[intent]();
  if (submitted.ok) throw redirect(`/desk/cases/${params.id}?done=${intent}`);
  return data({ ...submitted.answer.data, intent }, submitted.answer.init ?? {});
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CasePage() {
  const { found, today } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().cases;
  const [line] = found.lines;
  const row = { ...found, item: line?.item ?? null, unit: line?.unit ?? null };
  return (
    <>
      <PageHead
        title={words.title(found.number)}
        note={
          <>
            <CaseAbout row={row} /> <OutcomeTag row={found} />{" "}
            {found.closedAt === null && <DueTag row={found} today={today} />}
          </>
        }
        actions={
          found.lots.length > 0 && (
            <LinkButton href={`/desk/cases/${found.id}/report`} icon={FileText}>
              {words.report}
            </LinkButton>
          )
        }
      />
      <Done />
      <div className="cols">
        <div className="stack">
          <BothSides />
          {found.lots.length > 0 && (
            <Panel title={words.lots}>
              <CaseLots lots={found.lots} unit={line?.unit ?? ""} today={today} />
            </Panel>
          )}
          <Photos />
          <Notes />
        </div>
        <div className="stack">
          <Outcome />
          <Owner />
        </div>
      </div>
    </>
  );
}

function Done() {
  const { done: words } = useMessages().cases;
  const done = useSearchParams()[0].get("done");
  const intent = intents.find((each) => each === done);
  return intent === undefined ? null : (
    <Note tone="ok" live>
      {words[intent]}
    </Note>
  );
}

/** What every form of the page is given. The server's answer goes to the form that asked. */
function useForms() {
  const { found, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (intent: Intent) => ({
    found,
    requestId,
    errors: answer?.intent === intent ? answer : undefined,
  });
}

function BothSides() {
  const { found } = useLoaderData<typeof loader>();
  const { detail: words, kinds } = useMessages().cases;
  return (
    <>
      <Panel title={words.facts} note={found.organization} padded>
        <div className="grid gap-5">
          <CaseFacts found={found} />
          {found.report === null && found.lines.map((line) => <LineSum key={line.n} line={line} />)}
        </div>
      </Panel>
      {found.report !== null && (
        <Panel title={kinds.second_report()} note={words.counts.stands}>
          <TwoCounts lines={found.lines} reports={found.report} />
        </Panel>
      )}
    </>
  );
}

function Photos() {
  const { found, photos, mayAddPhoto, requestId } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().cases;
  return (
    <PhotoPanel
      subject={{ subjectKind: "case", subjectId: found.id }}
      what={words.title(found.number)}
      photos={photos}
      mayAdd={mayAddPhoto}
      requestId={requestId}
    />
  );
}

function Notes() {
  const { found, can } = useLoaderData<typeof loader>();
  const forms = useForms();
  const { detail: words } = useMessages().cases;
  return (
    <Panel title={words.notes} padded>
      <div className="grid gap-5">
        <CaseNotes notes={found.notes} />
        {can.work && <NoteForm {...forms("note")} />}
      </div>
    </Panel>
  );
}

function Outcome() {
  const { found, can, replacements, userId } = useLoaderData<typeof loader>();
  const forms = useForms();
  const { detail, forms: words } = useMessages().cases;
  if (found.decision === null) {
    return (
      <Panel title={words.decide} padded>
        {can.decide ? (
          <DecideForm {...forms("decide")} replacements={replacements} isOwn={found.sentById === userId} />
        ) : (
          <p className="text-ink-2">{words.noRight}</p>
        )}
      </Panel>
    );
  }
  return (
    <>
      <Panel title={detail.decision} padded>
        <CaseOutcome found={found} />
      </Panel>
      {can.work && (
        <Panel title={words.closeTitle} padded>
          <CloseForm {...forms("close")} />
        </Panel>
      )}
    </>
  );
}

function Owner() {
  const { found, can, owners, userId } = useLoaderData<typeof loader>();
  const forms = useForms();
  const { detail: words } = useMessages().cases;
  if (!can.work) return null;
  const mayTake = found.ownerId !== userId && owners.some(({ id }) => id === userId);
  return (
    <Panel title={words.owner} padded>
      <div className="grid gap-5">
        {mayTake && <TakeOverForm {...forms("assign")} userId={userId} />}
        <AssignForm {...forms("assign")} owners={owners} />
      </div>
    </Panel>
  );
}
