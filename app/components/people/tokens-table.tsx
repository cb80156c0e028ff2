import type { Role } from "#db/vocabulary";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { Disclosure } from "./disclosure.tsx";
import { SmallForm } from "./small-form.tsx";

export interface Token {
  id: string;
  name: string;
  role: Role;
  createdBy: string;
  createdAt: Date;
  revokedAt: Date | null;
}

/** The keys that were given to programs. */
export function TokensTable({ tokens }: { tokens: Token[] }) {
  const { people: words } = useMessages();
  const columns = [
    { label: words.tokenName },
    { label: words.role },
    { label: words.createdBy },
    { label: words.createdAt },
    { label: words.state },
    { label: words.actions, hiddenLabel: true },
  ];
  return (
    <Ledger
      caption={words.tokens}
      captionHidden
      columns={columns}
      empty={<Empty title={words.tokensNone}>{words.tokensNoneHint}</Empty>}
    >
      {tokens.map((token) => (
        <tr key={token.id}>
          <th scope="row" className="whitespace-nowrap">
            {token.name}
          </th>
          <td>{words.roles[token.role]}</td>
          <td>{token.createdBy}</td>
          <td>
            <DateTime at={token.createdAt} year />
          </td>
          <td>{token.revokedAt === null ? <Tag tone="ok">{words.inUse}</Tag> : <Tag>{words.ended}</Tag>}</td>
          <td>
            {token.revokedAt === null && (
              <Disclosure label={words.revokeToken}>
                <p>{words.revokeTokenNote(token.name)}</p>
                <SmallForm intent="revoke" values={{ tokenId: token.id }} tone="danger">
                  {words.revokeToken}
                </SmallForm>
              </Disclosure>
            )}
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
