import { PackageCheck } from "lucide-react";
import { CheckField } from "#app/components/fields/check-field.tsx";
import { Combobox } from "#app/components/fields/combobox.tsx";
import { MoneyField } from "#app/components/fields/money-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { choicesOf, type Named } from "#app/components/gifts/choices.ts";
import { Note } from "#app/components/ui/note.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import type { Consignment, Line } from "#app/domain/consignments/get.server.ts";
import { ReceiveConsignment } from "#app/domain/consignments/schema.ts";
import { valueBases } from "#db/vocabulary";
import { useMessages } from "#app/i18n/provider.tsx";
import { labelsWithin } from "./line-labels.ts";
import { LineFacts } from "./line-table.tsx";

/** The second person's decision: the donor, the value of each line, short lives, and, in an emergency, why alone. */
export function ReceiveForm(props: {
  consignment: Consignment;
  donors: Named[];
  /** Whoever asks counted any of it. */
  counted: boolean;
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { consignment, errors, requestId } = props;
  const { receive: words, fields } = useMessages().consignments;
  const { acceptReason, acceptExpiry } = words;
  const form = useVerbForm({
    schema: ReceiveConsignment,
    defaults: consignment.donor === null ? {} : { donor: consignment.donor },
    errors,
    labels: labelsWithin({ ...fields, acceptReason, acceptExpiry }, "lines"),
    requestId,
  });
  const taken = consignment.lines.filter(({ accepted, heldBack }) => accepted + heldBack > 0n);
  return (
    <VerbForm form={form} id="receive" className="grid gap-4">
      <input type="hidden" name="consignmentId" value={consignment.id} />
      {props.counted && <Note tone="warn">{words.override}</Note>}
      {props.counted && <TextArea name="overrideReason" rows={2} className="max-w-xl" />}
      <Combobox name="donor" choices={choicesOf(props.donors)} optional className="max-w-xl" />
      {taken.length > 0 && <p className="text-small text-ink-2">{words.value}</p>}
      {taken.map((line, index) => (
        <CheckedLine key={line.n} line={line} path={`lines.${index}`} today={props.today} />
      ))}
      <div>
        <SubmitButton icon={PackageCheck}>{words.save}</SubmitButton>
      </div>
    </VerbForm>
  );
}

function CheckedLine({ line, path, today }: { line: Line; path: string; today: string }) {
  const { consignments, gifts } = useMessages();
  const { detail, receive } = consignments;
  return (
    <fieldset className="grid gap-2 border-b border-line pb-3">
      <legend>
        <b>{line.item}</b> {detail.columns.accepted} <Quantity quantity={line.accepted} unit={line.unit} />
        {line.heldBack > 0n && (
          <>
            {" "}
            · {detail.columns.heldBack} <Quantity quantity={line.heldBack} unit={line.unit} />
          </>
        )}
      </legend>
      <input type="hidden" name={`${path}.n`} value={line.n} />
      <LineFacts line={line} today={today} />
      <div className="quick items-end">
        {line.valueFen === null && (
          <>
            <MoneyField name={`${path}.unitValue`} echo={false} optional />
            <SelectField
              name={`${path}.valueBasis`}
              choices={valueBases.map((basis) => ({ value: basis, label: gifts.valueBases[basis] }))}
              blank="—"
            />
          </>
        )}
        {line.life.verdict === "short" && line.accepted > 0n && (
          <TextField name={`${path}.acceptReason`} maxLength={200} className="full" />
        )}
        {line.lotNumber !== null && line.expiresOn !== null && (
          <CheckField name={`${path}.acceptExpiry`} hint={receive.acceptExpiryHint} className="full" />
        )}
      </div>
    </fieldset>
  );
}
