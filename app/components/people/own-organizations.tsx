import type { Role } from "#db/vocabulary";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { SmallForm } from "./small-form.tsx";

/** Where somebody has a role; with more than one, the buttons to act for another. */
export function OwnOrganizations(props: {
  organizations: { id: string; name: string; roles: Role[] }[];
  currentId: string;
}) {
  const { session: words, people } = useMessages();
  const several = props.organizations.length > 1;
  const columns = [{ label: words.organization }, { label: words.roles }];
  const change = { label: words.switchTitle, hiddenLabel: true };
  return (
    <Panel
      title={several ? words.switchTitle : words.organization}
      note={several ? words.switchNote : undefined}
    >
      <Ledger
        caption={words.organization}
        captionHidden
        narrow
        columns={several ? [...columns, change] : columns}
      >
        {props.organizations.map(({ id, name, roles }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>
              {roles.map((role) => (
                <Tag key={role}>{people.roles[role]}</Tag>
              ))}
            </td>
            {several && (
              <td>
                {id === props.currentId ? (
                  <Tag tone="ok">{words.current}</Tag>
                ) : (
                  <SmallForm intent="switch" values={{ organizationId: id }}>
                    {words.switchTo(name)}
                  </SmallForm>
                )}
              </td>
            )}
          </tr>
        ))}
      </Ledger>
    </Panel>
  );
}
