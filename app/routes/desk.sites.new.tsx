import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { Form, Link } from "#app/components/layout/router.ts";
import { SiteForm } from "#app/components/places/site-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { addSite } from "#app/domain/places/add-site.server.ts";
import type { Division } from "#app/domain/places/division.ts";
import { listCommittees, listTownships } from "#app/domain/places/list-townships.server.ts";
import { AddSite } from "#app/domain/places/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAction(request, "site.add");
  const chosen = new URL(request.url).searchParams.get("township") ?? "";
  const townships = await listTownships();
  const township = townships.find(({ code }) => code === chosen);
  return {
    townships,
    township,
    committees: township ? await listCommittees(township.code) : [],
    requestId: uuidv7(),
    title: pageTitle(request, ({ places }) => places.sites.add),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "site.add");
  const add = async (id: string, input: AddSite) => {
    await addSite(actor, id, input);
    return input;
  };
  const submitted = await submit(request, AddSite, add);
  if (!submitted.ok) return submitted.answer;
  const { name, townshipCode } = submitted.result;
  throw redirect(`/desk/sites?township=${townshipCode}&added=${encodeURIComponent(name)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewSitePage() {
  const { townships, township, committees, requestId } = useLoaderData<typeof loader>();
  const { sites: words } = useMessages().places;
  const errors = useActionData<typeof action>();
  if (!township) return <ChooseTownship townships={townships} />;
  return (
    <>
      <PageHead
        title={words.add}
        note={
          <>
            {township.name} · <Link to="/desk/sites/new">{words.changeTownship}</Link>
          </>
        }
      />
      <Panel title={township.name} note={words.committees(committees.length)} padded>
        <SiteForm township={township} committees={committees} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}

function ChooseTownship({ townships }: { townships: Division[] }) {
  const { sites: words } = useMessages().places;
  return (
    <>
      <PageHead title={words.add} note={words.chooseTownship} />
      <Panel title={words.whichTownship} padded>
        <Form method="get" className="grid max-w-md gap-3">
          <SelectField
            name="township"
            label={words.township}
            choices={townships.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <div>
            <Button tone="primary">{words.next}</Button>
          </div>
        </Form>
      </Panel>
    </>
  );
}
