import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { ClockTargets } from "#app/components/organizations/clock-targets.tsx";
import { OrganizationFacts } from "#app/components/organizations/organization-facts.tsx";
import { OrganizationForm } from "#app/components/organizations/organization-form.tsx";
import { WebhookPanel } from "#app/components/organizations/webhook-panel.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getTargets } from "#app/domain/clocks/get-targets.server.ts";
import { SetClockTarget } from "#app/domain/clocks/schema.ts";
import { setClockTarget } from "#app/domain/clocks/set-target.server.ts";
import { getWebhook } from "#app/domain/notices/get-webhook.server.ts";
import { SetWebhook, TestWebhook } from "#app/domain/notices/schema.ts";
import { setWebhook } from "#app/domain/notices/set-webhook.server.ts";
import { testWebhook } from "#app/domain/notices/test-webhook.server.ts";
import { editOrganization } from "#app/domain/organizations/edit.server.ts";
import { getOrganization } from "#app/domain/organizations/get.server.ts";
import { EditOrganization } from "#app/domain/organizations/schema.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const organization = await found(request, getOrganization(actor, params.id ?? ""));
  const { id } = organization;
  const [targets, webhook] = await Promise.all([
    getTargets(actor, id),
    may(actor, "organization.set-webhook") ? getWebhook(actor, id) : null,
  ]);
  return {
    actor,
    organization,
    targets,
    webhook,
    requestId: uuidv7(),
    title: pageTitle(request, () => organization.name),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  form.set("organizationId", params.id ?? "");
  if (form.get("intent") === "webhook") {
    const actor = await requireAction(request, "organization.set-webhook");
    const set = (id: string, input: SetWebhook) => setWebhook(actor, id, input);
    const saved = await submit(request, SetWebhook, set, form);
    if (saved.ok)
      throw redirect(`/desk/organizations/${params.id}?done=${form.get("url") ? "chat" : "no-chat"}`);
    return answerTo("webhook", saved);
  }
  if (form.get("intent") === "test") {
    const actor = await requireAction(request, "organization.set-webhook");
    const test = (id: string, input: TestWebhook) => testWebhook(actor, id, input);
    const tested = await submit(request, TestWebhook, test, form);
    if (!tested.ok) return answerTo("test", tested);
    throw redirect(
      `/desk/organizations/${params.id}?done=${tested.result.failure === null ? "test" : "no-test"}`,
    );
  }
  if (form.get("intent") === "target") {
    const actor = await requireAction(request, "clock.set-target");
    const set = (id: string, input: SetClockTarget) => setClockTarget(actor, id, input);
    const saved = await submit(request, SetClockTarget, set, form);
    if (saved.ok) throw redirect(`/desk/organizations/${params.id}?done=target`);
    return answerTo(`target/${String(form.get("step"))}`, saved);
  }
  const actor = await requireAction(request, "organization.edit");
  const edit = (id: string, input: EditOrganization) => editOrganization(actor, id, input);
  return answerTo("edit", await submit(request, EditOrganization, edit, form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OrganizationPage() {
  const { actor, organization, targets, webhook, requestId } = useLoaderData<typeof loader>();
  const { organizations: words } = useMessages();
  const answer = useActionData<typeof action>();
  const editable = may(actor, "organization.edit");
  const { id, name, kind, uscc, hotline } = organization;
  const values = { name, kind, uscc: uscc ?? "", hotline: hotline ?? "" };
  const [intent, step] = answer?.intent.split("/") ?? [];
  return (
    <>
      <PageHead
        title={editable ? words.editTitle(name) : name}
        actions={<LinkButton href="/desk/organizations">{words.back}</LinkButton>}
      />
      {answer?.result && (
        <Note tone="ok" live>
          {words.saved}
        </Note>
      )}
      <Done />
      {intent === "test" && (
        <Note tone="bad" live>
          {answer?.errors?.form}
        </Note>
      )}
      <Panel title={words.particulars} padded>
        {editable ? (
          <OrganizationForm
            schema={EditOrganization}
            organizationId={id}
            button={words.save}
            values={values}
            errors={intent === "edit" ? answer?.errors : undefined}
            requestId={requestId}
          />
        ) : (
          <OrganizationFacts organization={organization} />
        )}
      </Panel>
      <ClockTargets
        organizationId={id}
        targets={targets}
        editable={may(actor, "clock.set-target")}
        answer={step !== undefined && answer?.errors ? { step, errors: answer.errors } : undefined}
        requestId={requestId}
      />
      {may(actor, "organization.set-webhook") && (
        <WebhookPanel
          organizationId={id}
          webhook={webhook}
          errors={intent === "webhook" ? answer?.errors : undefined}
          requestId={requestId}
        />
      )}
    </>
  );
}

function Done() {
  const { clocks, notices } = useMessages();
  const said = new Map([
    ["target", clocks.targets.saved],
    ["chat", notices.chat.saved],
    ["no-chat", notices.chat.stopped],
    ["test", notices.chat.tested],
  ]).get(useSearchParams()[0].get("done") ?? "");
  const answer = useActionData<typeof action>();
  if (said === undefined || answer !== undefined) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
