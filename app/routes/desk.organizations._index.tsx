import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Pencil } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { TextField } from "#app/components/fields/text-field.tsx";
import { Form } from "#app/components/layout/router.ts";
import { OrganizationFacts } from "#app/components/organizations/organization-facts.tsx";
import { OrganizationForm } from "#app/components/organizations/organization-form.tsx";
import { OrganizationsTable } from "#app/components/organizations/organizations-table.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { addOrganization } from "#app/domain/organizations/add.server.ts";
import { getOrganization } from "#app/domain/organizations/get.server.ts";
import { listKeptOrganizations } from "#app/domain/organizations/list.server.ts";
import { AddOrganization } from "#app/domain/organizations/schema.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageNumber } from "#app/session/page-number.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const search = new URL(request.url).searchParams.get("name")?.trim() ?? "";
  const [own, kept] = await Promise.all([
    found(request, getOrganization(actor, actor.organizationId)),
    listKeptOrganizations(actor, { page: pageNumber(request), search }),
  ]);
  const title = pageTitle(request, ({ organizations }) => organizations.title);
  return { actor, own, kept, search, requestId: uuidv7(), title };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "organization.add");
  const add = async (id: string, input: AddOrganization) => {
    await addOrganization(actor, id, input);
    return { name: input.name };
  };
  return answerTo("add", await submit(request, AddOrganization, add));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OrganizationsPage() {
  const { actor, own, kept, search, requestId } = useLoaderData<typeof loader>();
  const { organizations: words, common } = useMessages();
  const answer = useActionData<typeof action>();
  const added = answer?.result?.name;
  const pages = Math.ceil(kept.total / kept.pageSize);
  const edit = may(actor, "organization.edit") && (
    <LinkButton href={`/desk/organizations/${own.id}`} icon={Pencil}>
      {common.actions.edit}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={words.title} note={words.note} />
      {added !== undefined && (
        <Note tone="ok" live>
          {words.added(added)}
        </Note>
      )}
      <Panel title={words.own} more={edit} padded>
        <OrganizationFacts organization={own} />
      </Panel>
      <Panel title={words.kept} note={words.keptNote}>
        {(kept.total > kept.pageSize || search !== "") && (
          <Form className="inside flex flex-wrap items-end gap-2" role="search">
            <TextField name="name" label={words.search} defaultValue={search} type="search" />
            <Button>{common.actions.search}</Button>
          </Form>
        )}
        <OrganizationsTable organizations={kept.rows} search={search} />
        {pages > 1 && <Pager page={kept.page} pages={pages} rows={kept.total} />}
      </Panel>
      {may(actor, "organization.add") && (
        <Panel title={words.add} padded>
          <OrganizationForm
            key={added ?? "add"}
            schema={AddOrganization}
            button={words.addButton}
            errors={answer?.errors}
            requestId={requestId}
          />
        </Panel>
      )}
    </>
  );
}
