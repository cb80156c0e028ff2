import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Eye } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { PublicationChanges } from "#app/components/publications/publication-changes.tsx";
import { PublicationFiles } from "#app/components/publications/publication-files.tsx";
import { CorrectForm } from "#app/components/publications/publication-forms.tsx";
import { PublicationSums } from "#app/components/publications/publication-sums.tsx";
import { PublicationVersions } from "#app/components/publications/publication-versions.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { may } from "#app/domain/permissions.ts";
import { publicationPath } from "#app/domain/publications/address.ts";
import { correctReport } from "#app/domain/publications/correct.server.ts";
import { getDeskPublication } from "#app/domain/publications/get.server.ts";
import { withProgress } from "#app/domain/publications/progress.server.ts";
import { CorrectReport } from "#app/domain/publications/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const publication = await found(request, getDeskPublication(actor, params.id ?? ""));
  const { code: organization, issue, version } = publication;
  return {
    publication,
    address: { organization, issue, version },
    mayCorrect: may(actor, "publication.publish") && version === publication.latest,
    requestId: uuidv7(),
    title: pageTitle(request, ({ publications }) => publications.title(issue)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "publication.publish");
  const form = await request.formData();
  form.set("publicationId", params.id ?? "");
  const correct = (id: string, input: CorrectReport) =>
    withProgress(id, (tell) => correctReport(actor, id, input, tell));
  const submitted = await submit(request, CorrectReport, correct, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/publications/${submitted.result.id}?done=corrected`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DeskPublication() {
  const { publication, address, mayCorrect, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { publications: words } = useMessages();
  const { version, correction, changes } = publication;
  const { receipts, distributions } = publication.figures;
  return (
    <>
      <PageHead
        title={words.issueAndVersion(publication.issue, version)}
        note={words.period(publication.periodFrom, publication.periodTo)}
        actions={
          <>
            <LinkButton href={publicationPath(address)} icon={Eye}>
              {words.publicPage}
            </LinkButton>
            <LinkButton href="/desk/publications">{words.back}</LinkButton>
          </>
        }
      />
      <Outcome />
      {correction !== null && (
        <Note tone="warn">
          <span lang="zh-CN">{words.correction(version, correction)}</span>
        </Note>
      )}
      <div className="cols">
        <div className="stack">
          {changes && (
            <Panel title={words.changes}>
              <PublicationChanges changes={changes} />
            </Panel>
          )}
          <Panel title={words.sums} padded>
            <PublicationSums figures={publication.figures} />
          </Panel>
          <Panel title={words.files}>
            <PublicationFiles address={address} files={publication.files} />
          </Panel>
        </div>
        <div className="stack">
          <Panel title={words.versions}>
            <PublicationVersions publication={publication} />
          </Panel>
          {mayCorrect && (
            <Panel title={words.correct.title} padded>
              <CorrectForm
                id={publication.id}
                next={version + 1}
                lines={receipts.rows + distributions.rows}
                errors={errors}
                requestId={requestId}
              />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function Outcome() {
  const { publication } = useLoaderData<typeof loader>();
  const { publications: words } = useMessages();
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  if (answer || (done !== "published" && done !== "corrected")) return null;
  return (
    <Note tone="ok" live>
      {done === "published" ? words.make.done(publication.issue) : words.correct.done(publication.version)}
    </Note>
  );
}
