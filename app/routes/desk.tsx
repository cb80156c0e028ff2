import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { DeskLayout } from "#app/components/layout/desk-layout.tsx";
import { deskPages } from "#app/components/layout/desk-pages.ts";
import { countOpenCases } from "#app/domain/cases/list.server.ts";
import { countUnread } from "#app/domain/notices/list.server.ts";
import { getOrganization } from "#app/domain/organizations/get.server.ts";
import { may } from "#app/domain/permissions.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const [organization, cases, unread] = await Promise.all([
    found(request, getOrganization(actor, actor.organizationId)),
    countOpenCases(actor),
    may(actor, "notice.read") ? countUnread(actor) : 0,
  ]);
  return {
    actor,
    organization,
    waiting: { cases, unread },
    title: messagesFor(localeOf(request)).common.product,
  };
}

/** For a desk page that has no title of its own. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Desk() {
  const { actor, organization, waiting } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const locale = useLocale();
  return (
    <DeskLayout
      menu={deskPages(actor, messages, waiting)}
      organization={organization.name}
      person={actor.name}
      searchAction="/desk/find"
      response={locale === "en" ? organization.responseEn : organization.response}
    >
      <Outlet />
    </DeskLayout>
  );
}
