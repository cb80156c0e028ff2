import { Download } from "lucide-react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Section } from "#app/components/ui/section.tsx";
import {
  type DataColumn,
  dataFormats,
  dataPath,
  type DataTable,
  dataTableNames,
  dataTables,
} from "#app/domain/open-data/tables.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Each table of open data: its files, and what its columns mean. */
export function DataTables() {
  return (
    <>
      {dataTableNames.map((table) => (
        <OneTable key={table} table={table} />
      ))}
    </>
  );
}

function OneTable({ table }: { table: DataTable }) {
  const words = useMessages().openData;
  const { title, about } = words.tables[table];
  const columns: readonly DataColumn[] = dataTables[table];
  return (
    <Section id={table} title={title} note={about}>
      <p className="mb-3 flex flex-wrap gap-2.5">
        {dataFormats.map((format) => (
          <LinkButton key={format} icon={Download} href={dataPath(table, format)} download>
            {words.download(format.toUpperCase())}
          </LinkButton>
        ))}
      </p>
      <details>
        <summary>
          {words.dictionary} · {title}
        </summary>
        <Ledger
          narrow
          caption={`${words.dictionary} · ${title}`}
          captionHidden
          columns={[
            { label: words.column },
            { label: words.meaning },
            { label: words.type },
            { label: words.unit, wideOnly: true },
          ]}
        >
          {columns.map(({ name, type, unit }) => (
            <tr key={name}>
              <th scope="row">
                <code className="break-all">{name}</code>
              </th>
              <td>{meaningOf(name, words.columns)}</td>
              <td>{words.types[type]}</td>
              <td className="wide-only">{unit && words.units[unit]}</td>
            </tr>
          ))}
        </Ledger>
      </details>
    </Section>
  );
}

const meaningOf = (name: string, meanings: Readonly<Record<string, string>>): string => meanings[name] ?? "";
