import type { Role } from "#db/vocabulary";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { SmallForm } from "./small-form.tsx";

export interface Invitation {
  id: string;
  organization: string;
  role: Role;
  note: string | null;
  /** Who lost their password; null for somebody new. */
  person: string | null;
  invitedBy: string;
  expiresAt: Date;
}

/** Links that wait to be used. */
export function InvitationsTable({ invitations }: { invitations: Invitation[] }) {
  const { people: words } = useMessages();
  const columns = [
    { label: words.inviteFor },
    { label: words.organization },
    { label: words.role },
    { label: words.invitedBy },
    { label: words.expires },
    { label: words.actions, hiddenLabel: true },
  ];
  return (
    <Ledger
      caption={words.invitations}
      captionHidden
      columns={columns}
      empty={<Empty title={words.invitationsNone} />}
    >
      {invitations.map((invitation) => (
        <tr key={invitation.id}>
          <th scope="row" className="whitespace-nowrap">
            {invitation.person === null
              ? (invitation.note ?? words.unnamed)
              : words.forPassword(invitation.person)}
          </th>
          <td>{invitation.organization}</td>
          <td>{words.roles[invitation.role]}</td>
          <td>{invitation.invitedBy}</td>
          <td>
            <DateTime at={invitation.expiresAt} />
          </td>
          <td>
            <SmallForm intent="revoke-invitation" values={{ invitationId: invitation.id }}>
              {words.revokeInvitation}
            </SmallForm>
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
