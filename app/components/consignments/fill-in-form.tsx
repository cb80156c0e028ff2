import { Send } from "lucide-react";
import { DateField } from "#app/components/fields/date-field.tsx";
import { LinesField } from "#app/components/fields/lines-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors, TypedValues } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { PackEcho } from "#app/components/gifts/pack-echo.tsx";
import type { SharedConsignment, SharedLine } from "#app/domain/consignments/get-by-link.server.ts";
import { FillInConsignment } from "#app/domain/consignments/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { labelsWithin } from "./line-labels.ts";

/** The donor's form, on a phone and without an account. */
export function FillInForm(props: {
  token: string;
  consignment: SharedConsignment;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { consignment, errors, requestId } = props;
  const { link: words, fields } = useMessages().consignments;
  const labels = { ...labelsWithin(fields, "lines"), lines: words.goods };
  const form = useVerbForm({
    schema: FillInConsignment,
    defaults: filledIn(consignment),
    errors,
    labels,
    requestId,
  });
  return (
    <VerbForm form={form} id="fill-in" className="grid gap-5">
      <input type="hidden" name="token" value={props.token} />
      <TextField name="donor" maxLength={100} autoComplete="organization" />
      <LinesField name="lines" blank={2}>
        {(line) => (
          <>
            <TextField name={`${line}.item`} maxLength={60} />
            <NumberField name={`${line}.quantity`} />
            <TextField name={`${line}.packName`} maxLength={10} optional />
            <NumberField name={`${line}.packSize`} optional />
            <TextField name={`${line}.unit`} maxLength={10} />
            <div className="full">
              <PackEcho line={line} />
            </div>
            <details className="full">
              <summary>{words.more}</summary>
              <div className="quick mt-2">
                <TextField name={`${line}.specification`} maxLength={60} />
                <TextField name={`${line}.lotNumber`} maxLength={40} />
                <DateField name={`${line}.expiresOn`} />
                <TextField name={`${line}.restrictedTo`} maxLength={100} />
              </div>
            </details>
          </>
        )}
      </LinesField>
      <div className="quick">
        <NumberField name="expectedBoxes" optional />
        <DateField name="expectedOn" optional hint={words.dayHint} />
      </div>
      <div className="dock">
        <SubmitButton tone="go" size="big" icon={Send}>
          {consignment.filledIn ? words.again : words.save}
        </SubmitButton>
      </div>
    </VerbForm>
  );
}

function filledIn({ donor, expectedOn, expectedBoxes, lines }: SharedConsignment): TypedValues {
  return {
    ...(donor !== null && { donor }),
    ...(expectedOn !== null && { expectedOn }),
    ...(expectedBoxes !== null && { expectedBoxes: `${expectedBoxes}` }),
    ...(lines.length > 0 && { lines: lines.map(asTyped) }),
  };
}

/** A line as it would be typed: in full packs where it comes out even. */
function asTyped({ n: _n, quantity, packName, packSize, ...line }: SharedLine): TypedValues {
  const words = Object.entries(line).flatMap(([name, text]) =>
    text === null ? [] : [[name, text] as const],
  );
  const typed = Object.fromEntries(words);
  return packName !== null && packSize !== null && quantity % packSize === 0n
    ? { ...typed, quantity: `${quantity / packSize}`, packName, packSize: `${packSize}` }
    : { ...typed, quantity: `${quantity}` };
}
