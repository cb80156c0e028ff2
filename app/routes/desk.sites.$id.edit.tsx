import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { EditSiteForm } from "#app/components/places/edit-site-form.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { editSite } from "#app/domain/places/edit-site.server.ts";
import { getSite } from "#app/domain/places/get-site.server.ts";
import { EditSite } from "#app/domain/places/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "site.edit");
  const site = await found(request, getSite(actor, params.id ?? ""));
  return {
    site,
    requestId: uuidv7(),
    title: pageTitle(request, ({ sites }) => sites.editTitle(site.name)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "site.edit");
  const form = await request.formData();
  form.set("siteId", params.id ?? "");
  const submitted = await submit(request, EditSite, (id, input) => editSite(actor, id, input), form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/sites/${params.id}?done=saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditSitePage() {
  const { site, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const words = useMessages().sites;
  return (
    <>
      <PageHead title={words.editTitle(site.name)} note={site.township} />
      <Panel title={words.facts} padded>
        <EditSiteForm site={site} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}
