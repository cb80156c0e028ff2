import { FileField } from "#app/components/fields/file-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { RowNumber } from "#app/components/fields/row-field.tsx";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { CountsFileForm, CountSheet } from "#app/domain/registers/forms.ts";
import type { Register } from "#app/domain/registers/get.server.ts";
import { formatQuantity, formatWhole } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What each row of a building got: its last count, else what it was to get. */
export function CountForm(props: {
  register: Pick<Register, "id" | "lines" | "rows">;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { count: words, detail, groups } = useMessages().registers;
  const { register, errors, requestId } = props;
  const { lines, rows } = register;
  const labels = Object.fromEntries(
    rows.flatMap(({ n }) =>
      lines.map((line) => [`rows.row${n}.line${line.n}`, words.rowLabel(n, line.item)]),
    ),
  );
  const form = useVerbForm({ schema: CountSheet, errors, labels, requestId });
  return (
    <VerbForm form={form} id="count" className="grid gap-4">
      <input type="hidden" name="registerId" value={register.id} />
      <Ledger
        narrow
        caption={words.title}
        captionHidden
        columns={[
          { label: detail.rowColumns.n, numeric: true },
          { label: detail.rowColumns.building },
          { label: detail.rowColumns.people, numeric: true },
          ...lines.map(({ item, unit }) => ({ label: `${item}（${unit}）` })),
        ]}
      >
        {rows.map((row) => (
          <tr key={row.n}>
            <td className="num">{row.n}</td>
            <th scope="row">
              {row.building}
              <small>{row.group && groups[row.group]}</small>
            </th>
            <td className="num">{formatWhole(BigInt(row.people))}</td>
            {lines.map((line) => {
              const share = row.shares.find(({ n }) => n === line.n);
              const planned = share?.quantity ?? 0n;
              return (
                <td key={line.n} className="min-w-28">
                  <RowNumber
                    name={`rows.row${row.n}.line${line.n}`}
                    label={words.rowLabel(row.n, line.item)}
                    defaultValue={`${share?.given ?? planned}`}
                  />
                  <small>{words.planned(formatQuantity(planned, line.unit))}</small>
                </td>
              );
            })}
          </tr>
        ))}
      </Ledger>
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}

/** Which building is counted back: a plain GET form. */
export function BuildingFilter(props: { buildings: string[]; building: string }) {
  const { count: words } = useMessages().registers;
  return (
    <Form method="get" className="quick" key={props.building}>
      <SelectField
        name="building"
        label={words.building}
        blank={words.all}
        choices={props.buildings.map((value) => ({ value, label: value }))}
        defaultValue={props.building}
      />
      <div>
        <Button>{words.show}</Button>
      </div>
    </Form>
  );
}

/** The register's own sheet, filled in, as a file. */
export function CountsFile({ errors, requestId }: { errors: FormErrors | undefined; requestId: string }) {
  const { count: words } = useMessages().registers;
  const form = useVerbForm({ schema: CountsFileForm, errors, labels: { file: words.file }, requestId });
  return (
    <VerbForm form={form} id="counts-file" encType="multipart/form-data" className="grid max-w-xl gap-3">
      <input type="hidden" name="intent" value="file" />
      <FileField name="file" accept=".xlsx,.csv" hint={words.fileHint} />
      <div>
        <SubmitButton>{words.submitFile}</SubmitButton>
      </div>
    </VerbForm>
  );
}
