import { Link } from "#app/components/layout/router.ts";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { publicationPath } from "#app/domain/publications/address.ts";
import type { Publication } from "#app/domain/publications/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Every version of an issue: which one holds, and the way to each. */
export function PublicationVersions({
  publication,
}: {
  publication: Pick<Publication, "code" | "issue" | "latest" | "versions">;
}) {
  const { publications: words } = useMessages();
  const { version, published, state } = words.columns;
  const { code: organization, issue, latest } = publication;
  return (
    <Ledger narrow caption={words.versions} captionHidden columns={[{ label: version }, { label: state }]}>
      {[...publication.versions].reverse().map((each) => (
        <tr key={each.id}>
          <th scope="row">
            <Link to={publicationPath({ organization, issue, version: each.version })}>
              {words.versionOf(each.version)}
            </Link>
            <small className="font-normal">
              {published} <DateTime at={each.publishedAt} year />
            </small>
          </th>
          <td>
            {each.version === latest ? <Tag tone="ok">{words.valid}</Tag> : <Tag>{words.corrected}</Tag>}
            {each.correction && <small className="block">{each.correction}</small>}
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
