import { Ledger } from "#app/components/ui/ledger.tsx";
import { Section } from "#app/components/ui/section.tsx";
import type { DataColumnName } from "#app/domain/open-data/tables.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The words that columns of a closed list hold, with what they mean in the reader's language. */
export function DataWords() {
  const { openData, reports } = useMessages();
  const { otherWords, words, wordsNote, column, word, meaning } = openData;
  const { money, goods, purchase, grant, dispatched, confirmed, yes, no } = otherWords;
  const lists: [DataColumnName, Readonly<Record<string, string>>][] = [
    ["donor_kind", reports.donorKinds],
    ["kind", { money, goods, purchase, grant }],
    ["value_basis", reports.valueBases],
    ["category", reports.categories],
    ["site_kind", reports.siteKinds],
    ["receiver_kind", reports.siteKinds],
    ["status", { dispatched, confirmed }],
    ["taken_back", { yes, no }],
  ];
  return (
    <Section title={words} note={wordsNote}>
      <details>
        <summary>{words}</summary>
        <Ledger
          narrow
          caption={words}
          captionHidden
          columns={[{ label: column }, { label: word }, { label: meaning }]}
        >
          {lists.flatMap(([name, list]) =>
            Object.entries(list).map(([value, means]) => (
              <tr key={`${name}/${value}`}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>
                  <code>{value}</code>
                </td>
                <td>{means}</td>
              </tr>
            )),
          )}
        </Ledger>
      </details>
    </Section>
  );
}
