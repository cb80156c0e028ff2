import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Eye } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { PublicationBreakdowns } from "#app/components/publications/publication-breakdowns.tsx";
import { PublicationChecks } from "#app/components/publications/publication-checks.tsx";
import { PeriodForm, PublishForm } from "#app/components/publications/publication-forms.tsx";
import { PublicationSums } from "#app/components/publications/publication-sums.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { UserActor } from "#app/domain/actor.ts";
import { listCampaigns } from "#app/domain/disclosures/list-campaigns.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import { previewReport } from "#app/domain/publications/preview.server.ts";
import { withProgress } from "#app/domain/publications/progress.server.ts";
import { publishReport } from "#app/domain/publications/publish.server.ts";
import { PublishReport } from "#app/domain/publications/schema.ts";
import { suggestReport } from "#app/domain/publications/suggest.server.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "publication.publish");
  const search = new URL(request.url).searchParams;
  const suggested = await suggestReport(actor, search.get("deadline"));
  const asked = {
    periodFrom: search.get("periodFrom") ?? suggested.periodFrom,
    periodTo: search.get("periodTo") ?? suggested.periodTo,
    campaignId: search.get("campaignId") ?? suggested.campaignId,
  };
  return {
    asked,
    query: `${new URLSearchParams({ ...asked, campaignId: asked.campaignId ?? "" })}`,
    campaigns: await listCampaigns(actor),
    ...(search.has("periodFrom")
      ? await look(request, actor, asked)
      : { preview: undefined, refusal: undefined }),
    requestId: uuidv7(),
    title: pageTitle(request, ({ publications }) => publications.make.title),
  };
}

/** What it would say, or why it cannot be published yet. */
async function look(request: Request, actor: UserActor, asked: object) {
  const messages = messagesFor(localeOf(request));
  const input = PublishReport.safeParse(asked);
  if (!input.success) return { preview: undefined, refusal: messages.publications.make.badPeriod };
  try {
    const { html: _, ...preview } = await previewReport(actor, input.data);
    return { preview, refusal: undefined };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { preview: undefined, refusal: errorSentence(messages, error) };
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "publication.publish");
  const publish = (id: string, input: PublishReport) =>
    withProgress(id, (tell) => publishReport(actor, id, input, tell));
  const submitted = await submit(request, PublishReport, publish);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/publications/${submitted.result.id}?done=published`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewPublication() {
  const { asked, campaigns, refusal } = useLoaderData<typeof loader>();
  const { publications: words } = useMessages();
  return (
    <>
      <PageHead
        title={words.make.title}
        note={words.listNote}
        actions={<LinkButton href="/desk/publications">{words.back}</LinkButton>}
      />
      <Panel title={words.columns.period} padded>
        <PeriodForm asked={asked} campaigns={campaigns} />
      </Panel>
      {refusal !== undefined && (
        <Note tone="bad" live>
          {refusal}
        </Note>
      )}
      <Preview />
    </>
  );
}

function Preview() {
  const { preview, asked, query, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { publications: words } = useMessages();
  if (!preview) return null;
  const { issue, figures, logSize } = preview;
  return (
    <>
      <Panel
        title={words.issue(issue)}
        note={words.period(asked.periodFrom, asked.periodTo)}
        more={
          <LinkButton href={`/desk/publications/preview?${query}`} icon={Eye} tone="quiet" document>
            {words.publicPage}
          </LinkButton>
        }
        padded
      >
        <div className="grid grid-cols-1 gap-5">
          <PublicationSums figures={figures} />
          <h3>{words.make.checks}</h3>
          <PublicationChecks
            anonymous={figures.donors.find(({ name }) => name === null)?.lines ?? 0}
            logSize={logSize}
          />
          <PublishForm
            asked={asked}
            issue={issue}
            lines={figures.receipts.rows + figures.distributions.rows}
            errors={errors}
            requestId={requestId}
          />
        </div>
      </Panel>
      <Panel title={words.breakdowns} padded>
        <PublicationBreakdowns figures={figures} />
      </Panel>
    </>
  );
}
