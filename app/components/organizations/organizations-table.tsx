import type { OrganizationKind } from "#db/vocabulary";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

export interface ListedOrganization {
  id: string;
  name: string;
  kind: OrganizationKind;
  uscc: string | null;
  hotline: string | null;
  people: number;
}

/** Organizations whose books are kept here; `search` is what was looked for among them. */
export function OrganizationsTable(props: { organizations: ListedOrganization[]; search: string }) {
  const { organizations: words, common } = useMessages();
  const columns = [
    { label: words.name },
    { label: words.kind },
    { label: words.uscc },
    { label: words.hotline },
    { label: words.people, numeric: true },
  ];
  const empty =
    props.search === "" ? (
      <Empty title={words.keptNone}>{words.keptNoneHint}</Empty>
    ) : (
      <Empty title={common.states.nothingFound(props.search)} />
    );
  return (
    <Ledger caption={words.kept} captionHidden columns={columns} empty={empty}>
      {props.organizations.map((organization) => (
        <tr key={organization.id}>
          <th scope="row">
            <Link to={`/desk/organizations/${organization.id}`}>{organization.name}</Link>
          </th>
          <td>{words.kinds[organization.kind]}</td>
          <td>{organization.uscc !== null && <Code>{organization.uscc}</Code>}</td>
          <td>{organization.hotline}</td>
          <td className="num">{organization.people}</td>
        </tr>
      ))}
    </Ledger>
  );
}
