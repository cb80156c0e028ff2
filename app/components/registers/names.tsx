import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { NamedRow } from "#app/domain/registers/read-sealed.server.ts";
import { ReadSealed } from "#app/domain/registers/schema.ts";
import type { Register } from "#app/domain/registers/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Why somebody has to see the names. */
export function NamesForm(props: { registerId: string; errors: FormErrors | undefined; requestId: string }) {
  const { names: words } = useMessages().registers;
  const { registerId, errors, requestId } = props;
  const form = useVerbForm({ schema: ReadSealed, errors, labels: { reason: words.reason }, requestId });
  return (
    <VerbForm form={form} id="names" className="grid max-w-xl gap-4">
      <input type="hidden" name="registerId" value={registerId} />
      <TextField name="reason" hint={words.reasonHint} maxLength={500} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}

/** The names of a register, for as long as the page is open. */
export function NamesTable({ register, rows }: { register: Register; rows: NamedRow[] }) {
  const { names: words } = useMessages().registers;
  const { columns: heads } = words;
  const byNumber = new Map(register.rows.map((row) => [row.n, row]));
  return (
    <section className="a4">
      <h2>{register.number}</h2>
      <p className="sub">
        {register.site} · <b>{words.warning}</b>
      </p>
      <table>
        <thead>
          <tr>
            {(["n", "building", "door", "name", "phone", "people"] as const).map((key) => (
              <th key={key} scope="col">
                {heads[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ n, door, name, phone }) => (
            <tr key={n} className="h-7">
              <td className="text-center">{n}</td>
              <td>{byNumber.get(n)?.building}</td>
              <td>{door}</td>
              <td>{name}</td>
              <td>{phone}</td>
              <td className="text-right">{byNumber.get(n)?.people}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
