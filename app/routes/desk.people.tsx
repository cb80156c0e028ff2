import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { InvitationsTable } from "#app/components/people/invitations-table.tsx";
import { InviteForm } from "#app/components/people/invite-form.tsx";
import { PeopleTable } from "#app/components/people/people-table.tsx";
import { CopyOnce } from "#app/components/ui/copy-once.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listReachableOrganizations } from "#app/domain/organizations/list.server.ts";
import { inviteUser, resetPassword } from "#app/domain/people/invite.server.ts";
import { listInvitations, listPeople } from "#app/domain/people/list.server.ts";
import { revokeInvitation } from "#app/domain/people/revoke-invitation.server.ts";
import { revokeUser } from "#app/domain/people/revoke.server.ts";
import { InviteUser, ResetPassword, RevokeInvitation, RevokeUser } from "#app/domain/people/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { invitationLink } from "#app/session/invitation-link.server.ts";
import { pageNumber } from "#app/session/page-number.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "user.invite");
  const [people, invitations, organizations] = await Promise.all([
    listPeople(actor, { page: pageNumber(request) }),
    listInvitations(actor),
    listReachableOrganizations(actor),
  ]);
  const title = pageTitle(request, (messages) => messages.people.title);
  return { people, invitations, organizations, ownId: actor.userId, requestId: uuidv7(), title };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "user.invite");
  const form = await request.formData();
  switch (form.get("intent")) {
    case "revoke":
      return answerTo(
        "revoke",
        await submit(request, RevokeUser, (id, input) => revokeUser(actor, id, input), form),
      );
    case "revoke-invitation":
      return answerTo(
        "revoke-invitation",
        await submit(request, RevokeInvitation, (id, input) => revokeInvitation(actor, id, input), form),
      );
    case "reset-password":
      return answerTo(
        "reset-password",
        await submit(
          request,
          ResetPassword,
          async (id, input) => invitationLink(await resetPassword(actor, id, input)),
          form,
        ),
      );
    default:
      return answerTo(
        "invite",
        await submit(
          request,
          InviteUser,
          async (id, input) => invitationLink(await inviteUser(actor, id, input)),
          form,
        ),
      );
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PeoplePage() {
  const { people, invitations, organizations, ownId, requestId } = useLoaderData<typeof loader>();
  const { people: words } = useMessages();
  const answer = useActionData<typeof action>();
  const inviteErrors = answer?.intent === "invite" ? answer.errors : undefined;
  const pages = Math.ceil(people.total / people.pageSize);
  return (
    <>
      <PageHead title={words.title} note={words.note} />
      <Outcome answer={answer} />
      <Panel title={words.title}>
        <PeopleTable people={people.rows} ownId={ownId} />
        {pages > 1 && <Pager page={people.page} pages={pages} rows={people.total} />}
      </Panel>
      <Panel title={words.invite} padded>
        <InviteForm
          key={linkOf(answer) ?? "invite"}
          organizations={organizations}
          errors={inviteErrors}
          requestId={requestId}
        />
      </Panel>
      <Panel title={words.invitations}>
        <InvitationsTable invitations={invitations} />
      </Panel>
    </>
  );
}

type Answer = ReturnType<typeof useActionData<typeof action>>;

const linkOf = (answer: Answer) => (typeof answer?.result === "string" ? answer.result : undefined);

function Outcome({ answer }: { answer: Answer }) {
  const { people: words } = useMessages();
  if (answer === undefined) return null;
  if (answer.errors) {
    return answer.intent === "invite" ? null : (
      <Note tone="bad" live>
        {answer.errors.form}
      </Note>
    );
  }
  const said = {
    invite: words.linkMade,
    "reset-password": words.resetLinkMade,
    revoke: words.revoked,
    "revoke-invitation": words.invitationRevoked,
  }[answer.intent];
  const link = linkOf(answer);
  return (
    <Note tone="ok" live>
      {said}
      {link && <CopyOnce label={words.link} text={link} />}
    </Note>
  );
}
