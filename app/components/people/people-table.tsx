import type { Role } from "#db/vocabulary";
import { Empty } from "#app/components/ui/empty.tsx";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { Disclosure } from "./disclosure.tsx";
import { SmallForm } from "./small-form.tsx";

export interface Person {
  userId: string;
  name: string;
  email: string | null;
  phone: string | null;
  organizationId: string;
  organization: string;
  roles: Role[];
  since: Date;
}

/** Who may do what. `ownId` is the reader. */
export function PeopleTable(props: { people: Person[]; ownId: string }) {
  const { people: words } = useMessages();
  const columns = [
    { label: words.name },
    { label: words.login },
    { label: words.organization },
    { label: words.roleColumn },
    { label: words.since },
    { label: words.actions, hiddenLabel: true },
  ];
  return (
    <Ledger
      caption={words.title}
      captionHidden
      columns={columns}
      empty={<Empty title={words.none}>{words.noneHint}</Empty>}
    >
      {props.people.map((person) => (
        <tr key={person.userId + person.organizationId}>
          <th scope="row" className="whitespace-nowrap">
            {person.name}
            {person.userId === props.ownId && <small>{words.you}</small>}
          </th>
          <td>
            {[person.email, person.phone].filter(Boolean).map((login) => (
              <div key={login}>{login}</div>
            ))}
          </td>
          <td>{person.organization}</td>
          <td>
            {person.roles.map((role) => (
              <Tag key={role}>{words.roles[role]}</Tag>
            ))}
          </td>
          <td>
            <CivilDate on={person.since} year />
          </td>
          <td>
            <Manage person={person} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

function Manage({ person }: { person: Person }) {
  const { people: words } = useMessages();
  const { userId, organizationId, name, organization } = person;
  return (
    <Disclosure
      label={
        <>
          {words.manage}
          <span className="sr-only"> {name}</span>
        </>
      }
    >
      <p>{words.resetNote}</p>
      <SmallForm intent="reset-password" values={{ userId, organizationId }}>
        {words.resetPassword}
      </SmallForm>
      <p>{words.revokeNote(name, organization)}</p>
      <SmallForm intent="revoke" values={{ userId, organizationId }} tone="danger">
        {words.revoke}
      </SmallForm>
    </Disclosure>
  );
}
