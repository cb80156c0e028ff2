import type { ReactNode } from "react";
import { CheckField } from "#app/components/fields/check-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { formatFullDate, formatTime } from "#app/domain/dates.ts";
import type { Destruction } from "#app/domain/registers/list-destructions.server.ts";
import { DestroySealed } from "#app/domain/registers/schema.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

export function DestroyForm({ errors, requestId }: { errors: FormErrors | undefined; requestId: string }) {
  const { form: title, reason, understood, submit } = useMessages().registers.destructions;
  const form = useVerbForm({ schema: DestroySealed, errors, labels: { reason, understood }, requestId });
  return (
    <VerbForm form={form} id="destroy" className="grid max-w-xl gap-4">
      <h3>{title}</h3>
      <TextField name="reason" maxLength={500} />
      <CheckField name="understood" />
      <div>
        <SubmitButton tone="danger">{submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}

export function DestructionTable({ rows, empty }: { rows: Destruction[]; empty: ReactNode }) {
  const words = useMessages().registers.destructions;
  const { columns: heads } = words;
  const columns = [
    { label: heads.number },
    { label: heads.when },
    { label: heads.what },
    { label: heads.by, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/destructions/${row.id}`} className="whitespace-nowrap">
              <Code>{row.number}</Code>
            </Link>
          </th>
          <td>
            <DateTime at={row.destroyedAt} year />
          </td>
          <td>{words.what(row.counts.registers ?? 0, row.counts.rows ?? 0)}</td>
          <td className="wide-only">{row.destroyedBy ?? words.system}</td>
        </tr>
      ))}
    </Ledger>
  );
}

/** The certificate, for the files: how much was destroyed, how, when and why; nothing about anybody. */
export function Certificate({ destruction }: { destruction: Destruction }) {
  const { destructions: words, sheet } = useMessages().registers;
  const { certificate } = words;
  const locale = useLocale();
  const { counts, destroyedAt } = destruction;
  const facts: [string, string][] = [
    [certificate.organization, destruction.organization],
    [certificate.response, locale === "en" ? destruction.responseEn : destruction.response],
    [certificate.what, words.what(counts.registers ?? 0, counts.rows ?? 0)],
    [certificate.how, certificate.howText(counts.rows ?? 0)],
    [certificate.reason, destruction.reason],
    [certificate.when, `${formatFullDate(destroyedAt, locale)} ${formatTime(destroyedAt)}`],
    [certificate.by, destruction.destroyedBy ?? words.system],
  ];
  return (
    <section className="a4">
      <h2>{certificate.heading}</h2>
      <p className="sub">{destruction.number}</p>
      <table className="mt-4 text-base">
        <tbody>
          {facts.map(([label, text]) => (
            <tr key={label}>
              <th scope="row" className="w-40">
                {label}
              </th>
              <td className="p-2 wrap-anywhere">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="end">
        {certificate.log} {certificate.backups}
      </p>
      <p className="mt-10 text-right text-base">
        {certificate.signed} ________________ {sheet.date} ____________
      </p>
    </section>
  );
}
