import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { AcceptForm } from "#app/components/people/accept-form.tsx";
import { JoinForm } from "#app/components/people/join-form.tsx";
import { RenewPasswordForm } from "#app/components/people/renew-password-form.tsx";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import {
  acceptInvitation,
  joinOrganization,
  renewPassword,
} from "#app/domain/people/accept-invitation.server.ts";
import { getInvitation } from "#app/domain/people/get-invitation.server.ts";
import { AcceptInvitation, JoinOrganization, RenewPassword } from "#app/domain/people/schema.ts";
import { switchOrganization } from "#app/domain/people/session.server.ts";
import { signIn } from "#app/domain/people/sign-in.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { actorOf, requireActor } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { sessionSecretOf, signedInCookie } from "#app/session/session-cookie.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { whence } from "#app/session/whence.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const invitation = await found(request, getInvitation(params.token ?? ""));
  const actor = await actorOf(request);
  const title = pageTitle(request, ({ people }) =>
    invitation.person === null ? people.acceptTitle(invitation.organization) : people.renewTitle,
  );
  return { invitation, signedInAs: actor?.name ?? null, requestId: uuidv7(), title };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  form.set("token", params.token ?? "");
  switch (form.get("intent")) {
    case "join": {
      const actor = await requireActor(request);
      const joined = await submit(
        request,
        JoinOrganization,
        (id, input) => joinOrganization(actor, id, input),
        form,
      );
      if (!joined.ok) return answerTo("join", joined);
      const secret = (await sessionSecretOf(request)) ?? "";
      await switchOrganization(actor, secret, joined.result);
      throw redirect("/desk");
    }
    case "renew": {
      const { login } = await found(request, getInvitation(params.token ?? ""));
      const renewed = await submit(request, RenewPassword, renewPassword, form);
      if (!renewed.ok) return answerTo("renew", renewed);
      throw await signedIn(request, context, login ?? "", form);
    }
    default: {
      const locale = localeOf(request);
      const accept = (id: string, input: AcceptInvitation) => acceptInvitation(id, input, locale);
      const accepted = await submit(request, AcceptInvitation, accept, form);
      if (!accepted.ok) return answerTo("accept", accepted);
      throw await signedIn(request, context, String(form.get("login")), form);
    }
  }
}

/** By the password that was just set, so that a request sent twice opens no session to whoever does not know it. */
async function signedIn(
  request: Request,
  context: ActionFunctionArgs["context"],
  login: string,
  form: FormData,
) {
  const password = String(form.get("password"));
  const secret = await found(request, signIn({ login, password }, whence(request, context)));
  return redirect("/desk", { headers: { "Set-Cookie": await signedInCookie(secret) } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function InvitationPage() {
  const { invitation, signedInAs, requestId } = useLoaderData<typeof loader>();
  const { people: words } = useMessages();
  const { token = "" } = useParams();
  const answer = useActionData<typeof action>();
  const form = { token, errors: answer?.errors, requestId };
  const { organization, person, login } = invitation;
  const lead =
    person === null
      ? words.acceptLead(invitation.invitedBy, organization, words.roles[invitation.role])
      : words.renewLead(person, login ?? "");
  return (
    <PublicLayout signedIn={signedInAs !== null}>
      <div className="wrap">
        <section className="sheet mx-auto grid w-full max-w-md gap-4">
          <h1>{person === null ? words.acceptTitle(organization) : words.renewTitle}</h1>
          <p className="text-lead">{lead}</p>
          {person !== null ? (
            <RenewPasswordForm {...form} />
          ) : signedInAs !== null ? (
            <JoinForm name={signedInAs} {...form} />
          ) : (
            <AcceptForm {...form} />
          )}
          <p className="text-small text-ink-2">
            {words.acceptUntil} <DateTime at={invitation.expiresAt} />
          </p>
        </section>
      </div>
    </PublicLayout>
  );
}
