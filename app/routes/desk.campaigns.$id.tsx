import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import {
  EditCampaignForm,
  EndCampaignForm,
  FileCampaignForm,
} from "#app/components/disclosures/campaign-forms.tsx";
import { CampaignTable } from "#app/components/disclosures/campaign-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { editCampaign } from "#app/domain/disclosures/edit-campaign.server.ts";
import { endCampaign } from "#app/domain/disclosures/end-campaign.server.ts";
import { fileCampaign } from "#app/domain/disclosures/file-campaign.server.ts";
import { getCampaign } from "#app/domain/disclosures/list-campaigns.server.ts";
import { EditCampaign, EndCampaign, FileCampaign } from "#app/domain/disclosures/schema.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const campaign = await found(request, getCampaign(actor, params.id ?? ""));
  return {
    campaign,
    mayEdit: may(actor, "campaign.edit"),
    requestId: uuidv7(),
    title: pageTitle(request, () => campaign.name),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "campaign.edit");
  const form = await request.formData();
  form.set("campaignId", params.id ?? "");
  const done = await act();
  if (!done.submitted.ok) return answerTo(done.intent, done.submitted);
  throw redirect(`/desk/campaigns/${params.id}?done=${done.intent}`);

  async function act() {
    switch (form.get("intent")) {
      case "file": {
        const file = (id: string, input: FileCampaign) => fileCampaign(actor, id, input);
        return { intent: "file" as const, submitted: await submit(request, FileCampaign, file, form) };
      }
      case "end": {
        const end = (id: string, input: EndCampaign) => endCampaign(actor, id, input);
        return { intent: "end" as const, submitted: await submit(request, EndCampaign, end, form) };
      }
      default: {
        const edit = (id: string, input: EditCampaign) => editCampaign(actor, id, input);
        return { intent: "edit" as const, submitted: await submit(request, EditCampaign, edit, form) };
      }
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CampaignPage() {
  const { campaign, mayEdit } = useLoaderData<typeof loader>();
  const { campaigns: words } = useMessages().disclosures;
  return (
    <>
      <PageHead
        title={campaign.name}
        note={words.kinds[campaign.kind]}
        actions={<LinkButton href="/desk/disclosures">{words.back}</LinkButton>}
      />
      <Outcome />
      <Panel title={words.list}>
        <CampaignTable rows={[campaign]} />
      </Panel>
      {mayEdit && <Forms />}
    </>
  );
}

function Forms() {
  const { campaign, requestId } = useLoaderData<typeof loader>();
  const { campaigns: words } = useMessages().disclosures;
  const answer = useActionData<typeof action>();
  const facts = (intent: "edit" | "file" | "end") => ({
    campaign,
    requestId,
    errors: answer?.intent === intent ? answer.errors : undefined,
  });
  return (
    <div className="cols">
      <Panel title={words.edit} padded>
        <EditCampaignForm {...facts("edit")} />
      </Panel>
      <div className="stack">
        <Panel title={words.file} padded>
          <FileCampaignForm {...facts("file")} />
        </Panel>
        <Panel title={words.end} padded>
          <EndCampaignForm {...facts("end")} />
        </Panel>
      </div>
    </div>
  );
}

function Outcome() {
  const { saved } = useMessages().disclosures.campaigns;
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  const said = Object.entries(saved).find(([intent]) => intent === done)?.[1];
  if (answer || !said) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
