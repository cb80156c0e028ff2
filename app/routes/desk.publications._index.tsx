import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicationTable } from "#app/components/publications/publication-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { may } from "#app/domain/permissions.ts";
import { listPublications } from "#app/domain/publications/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return {
    rows: await listPublications(actor.organizationId),
    mayPublish: may(actor, "publication.publish"),
    title: pageTitle(request, ({ publications }) => publications.listTitle),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DeskPublications() {
  const { rows, mayPublish } = useLoaderData<typeof loader>();
  const { publications: words } = useMessages();
  return (
    <>
      <PageHead
        title={words.listTitle}
        note={words.listNote}
        actions={
          mayPublish && (
            <LinkButton href="/desk/publications/new" tone="primary">
              {words.make.title}
            </LinkButton>
          )
        }
      />
      <Panel title={words.list}>
        <PublicationTable rows={rows} hrefOf={({ id }) => `/desk/publications/${id}`} />
      </Panel>
    </>
  );
}
