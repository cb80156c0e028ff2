import { sentenceFor } from "#app/components/fields/form-context.ts";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import type { TableProblem } from "#app/domain/registers/read-table.ts";

/** What is wrong with a table that was sent, each beside its own row; nothing of it was stored. */
export function ProblemTable({ problems }: { problems: TableProblem[] }) {
  const messages = useMessages();
  const { rows: words, sheet } = messages.registers;
  const { problemColumns: heads } = words;
  const columnOf = (column: TableProblem["column"]): string =>
    column === ""
      ? ""
      : column === "planned" || column === "given"
        ? sheet.shares[column]
        : sheet.columns[column];
  return (
    <>
      <Note tone="bad" live>
        {words.problems(problems.length)}
      </Note>
      <Panel title={heads.what}>
        <Ledger
          narrow
          caption={heads.what}
          captionHidden
          columns={[
            { label: heads.row, numeric: true },
            { label: heads.column },
            { label: heads.text },
            { label: heads.what },
          ]}
        >
          {problems.map(({ row, column, code, text }, i) => (
            <tr key={i} className="wrong">
              <th scope="row" className="num">
                {row === 0 ? words.wholeTable : row}
              </th>
              <td>{columnOf(column)}</td>
              <td>{text}</td>
              <td>{sentenceFor(code, messages)}</td>
            </tr>
          ))}
        </Ledger>
      </Panel>
    </>
  );
}
