import { CheckField } from "#app/components/fields/check-field.tsx";
import { sentenceFor } from "#app/components/fields/form-context.ts";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { Division } from "#app/domain/places/division.ts";
import type { VehicleRow } from "#app/domain/runs/list-fleet.server.ts";
import { AddPass } from "#app/domain/runs/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** A pass for the whole city or for townships that are ticked. */
export function PassForm(props: {
  vehicles: VehicleRow[];
  townships: Division[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const messages = useMessages();
  const { passes: words } = messages.runs;
  const { errors, requestId } = props;
  const labels = {
    vehicleId: words.vehicle,
    number: words.number,
    issuer: words.issuer,
    validFrom: words.validFrom,
    validTo: words.validTo,
    everywhere: words.everywhereField,
    townshipCodes: words.townships,
  };
  const form = useVerbForm({ schema: AddPass, errors, labels, requestId });
  const typed = form.answer?.values["townshipCodes"];
  const problem = sentenceFor(form.problems["townshipCodes"], messages);
  return (
    <VerbForm form={form} id="pass" className="grid gap-4">
      <input type="hidden" name="intent" value="pass" />
      <div className="quick">
        <SelectField
          name="vehicleId"
          blank={false}
          choices={props.vehicles.map(({ id, plate }) => ({ value: id, label: plate }))}
        />
        <TextField name="number" maxLength={40} autoComplete="off" />
        <TextField name="issuer" optional maxLength={60} />
      </div>
      <div className="quick">
        <TextField name="validFrom" type="datetime-local" />
        <TextField name="validTo" type="datetime-local" />
      </div>
      <CheckField name="everywhere" />
      <fieldset
        className="field"
        id="pass-townshipCodes"
        tabIndex={-1}
        aria-describedby={problem ? "pass-townshipCodes-error" : undefined}
      >
        <legend>{words.townships}</legend>
        <span className="hint">{words.townshipsHint}</span>
        {problem && (
          <span className="err-msg" id="pass-townshipCodes-error">
            {problem}
          </span>
        )}
        <div className="grid grid-cols-2 gap-x-4 desk:grid-cols-6">
          {props.townships.map(({ code, name }) => (
            <label key={code} className="check">
              <input
                type="checkbox"
                name="townshipCodes[]"
                value={code}
                defaultChecked={Array.isArray(typed) && typed.includes(code)}
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <SubmitButton>{words.addButton}</SubmitButton>
      </div>
    </VerbForm>
  );
}
