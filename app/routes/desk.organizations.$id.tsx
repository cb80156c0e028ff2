import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { OrganizationFacts } from "#app/components/organizations/organization-facts.tsx";
import { OrganizationForm } from "#app/components/organizations/organization-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
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
  return { actor, organization, requestId: uuidv7(), title: pageTitle(request, () => organization.name) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "organization.edit");
  const form = await request.formData();
  form.set("organizationId", params.id ?? "");
  const edit = (id: string, input: EditOrganization) => editOrganization(actor, id, input);
  return answerTo("edit", await submit(request, EditOrganization, edit, form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OrganizationPage() {
  const { actor, organization, requestId } = useLoaderData<typeof loader>();
  const { organizations: words } = useMessages();
  const answer = useActionData<typeof action>();
  const editable = may(actor, "organization.edit");
  const { id, name, kind, uscc, hotline } = organization;
  const values = { name, kind, uscc: uscc ?? "", hotline: hotline ?? "" };
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
      <Panel title={words.particulars} padded>
        {editable ? (
          <OrganizationForm
            schema={EditOrganization}
            organizationId={id}
            button={words.save}
            values={values}
            errors={answer?.errors}
            requestId={requestId}
          />
        ) : (
          <OrganizationFacts organization={organization} />
        )}
      </Panel>
    </>
  );
}
