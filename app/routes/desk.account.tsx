import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangePasswordForm } from "#app/components/people/change-password-form.tsx";
import { OwnOrganizations } from "#app/components/people/own-organizations.tsx";
import { SessionsTable } from "#app/components/people/sessions-table.tsx";
import { SmallForm } from "#app/components/people/small-form.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listOwnOrganizations } from "#app/domain/organizations/list.server.ts";
import { changePassword } from "#app/domain/people/change-password.server.ts";
import { ChangePassword, SwitchOrganization } from "#app/domain/people/schema.ts";
import { endEverySession, listSessions, switchOrganization } from "#app/domain/people/session.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { sessionSecretOf, signedOutCookie } from "#app/session/session-cookie.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const [organizations, sessions] = await Promise.all([
    listOwnOrganizations(actor),
    listSessions(actor, await sessionSecretOf(request)),
  ]);
  const title = pageTitle(request, ({ session }) => session.accountTitle);
  return { name: actor.name, organizationId: actor.organizationId, organizations, sessions, title };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const secret = (await sessionSecretOf(request)) ?? "";
  const form = await request.formData();
  switch (form.get("intent")) {
    case "end-every":
      await endEverySession(actor);
      throw redirect("/sign-in", { headers: { "Set-Cookie": await signedOutCookie() } });
    case "switch": {
      const change = (_id: string, input: SwitchOrganization) => switchOrganization(actor, secret, input);
      const switched = await submit(request, SwitchOrganization, change, form);
      if (!switched.ok) return answerTo("switch", switched);
      throw redirect("/desk/account");
    }
    default: {
      const at = { secret, address: context.clientAddress };
      const change = (_id: string, input: ChangePassword) => changePassword(actor, at, input);
      return answerTo("change-password", await submit(request, ChangePassword, change, form));
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AccountPage() {
  const { name, organizationId, organizations, sessions } = useLoaderData<typeof loader>();
  const { session: words } = useMessages();
  const answer = useActionData<typeof action>();
  const passwordErrors = answer?.intent === "change-password" ? answer.errors : undefined;
  const changed = answer?.intent === "change-password" && !answer.errors;
  return (
    <>
      <PageHead title={words.accountTitle} note={words.signedInAs(name)} />
      {changed && (
        <Note tone="ok" live>
          {words.changed}
        </Note>
      )}
      {answer?.intent === "switch" && (
        <Note tone="bad" live>
          {answer.errors?.form}
        </Note>
      )}
      <OwnOrganizations organizations={organizations} currentId={organizationId} />
      <Panel title={words.changePassword} padded>
        <ChangePasswordForm key={changed ? "changed" : "present"} errors={passwordErrors} />
      </Panel>
      <Panel title={words.sessions} note={words.sessionsNote}>
        <SessionsTable sessions={sessions} />
        <div className="inside grid gap-2">
          <p>{words.endEveryNote}</p>
          <SmallForm intent="end-every">{words.endEvery}</SmallForm>
        </div>
      </Panel>
    </>
  );
}
