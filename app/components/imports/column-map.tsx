import { SelectField } from "#app/components/fields/select-field.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import type { Choice } from "#app/components/fields/select-field.tsx";
import type { SheetInWords } from "#app/domain/imports/in-words.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What a sheet and each of its columns were taken for, to be changed. `index` is the sheet's place in the workbook. */
export function ColumnMap(props: { sheet: SheetInWords; index: number; kinds: Choice[] }) {
  const { sheet, index, kinds } = props;
  const { sheet: words } = useMessages().imports;
  const name = (field: string) => `sheets.${index}.${field}`;
  return (
    <div className="grid gap-3">
      <div className="quick">
        <SelectField
          name={name("kind")}
          label={words.kind}
          choices={kinds}
          blank={false}
          defaultValue={sheet.kind}
        />
        <SelectField
          name={name("moneyUnit")}
          label={words.moneyUnit}
          choices={[
            { value: "yuan", label: words.units.yuan },
            { value: "wan", label: words.units.wan },
          ]}
          blank={false}
          defaultValue={sheet.moneyUnit}
        />
        <TextField name={name("headerRow")} label={words.headerRow} inputMode="numeric" optional />
        <TextField name={name("year")} label={words.year} inputMode="numeric" optional placeholder="2022" />
      </div>
      {sheet.columns.length > 0 && (
        <div className="map2">
          {sheet.columns.map(({ column, header, field }) => (
            <SelectField
              key={column}
              name={name(`columns.${column}`)}
              label={`${column} ${header}`}
              choices={[{ value: "none", label: words.leaveOut }, ...sheet.fields]}
              blank={false}
              defaultValue={field ?? "none"}
            />
          ))}
        </div>
      )}
    </div>
  );
}
