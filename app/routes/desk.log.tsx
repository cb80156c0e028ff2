import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LogChecking, LogFacts, LogVerdict } from "#app/components/log/log-state.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getLogState } from "#app/domain/log/get-state.server.ts";
import { logOf } from "#app/domain/log/identity.server.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { settings } from "#app/settings.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { refusal, ...state } = await getLogState(logOf(settings()));
  // Folders of the server are nobody else's business.
  const detail = may(actor, "user.invite") ? (refusal?.message ?? null) : null;
  return {
    state: { ...state, refusal: refusal && { reason: refusal.reason, detail } },
    now: new Date(),
    title: pageTitle(request, ({ log }) => log.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LogPage() {
  const { state, now } = useLoaderData<typeof loader>();
  const { log } = useMessages();
  return (
    <>
      <PageHead title={log.title} note={log.note} />
      <LogVerdict refusal={state.refusal} />
      <Panel title={log.stands} padded>
        <LogFacts state={state} now={now} />
      </Panel>
      <LogChecking />
    </>
  );
}
