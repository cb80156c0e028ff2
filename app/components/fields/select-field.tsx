import { useMessages } from "#app/i18n/provider.tsx";
import { Field, inputProps, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";

export interface Choice {
  value: string;
  label: string;
}

/** One of a list, in the browser's own control. `blank` is the first, empty choice; `false` leaves it out. */
export function SelectField(props: FieldProps & { choices: Choice[]; blank?: string | false }) {
  const { chooseOne } = useMessages().common.form;
  const facts = useField(props.name, props.label, props.defaultValue);
  return (
    <Field facts={facts} hint={props.hint} optional={props.optional} className={props.className}>
      <select className="input" defaultValue={facts.value} {...inputProps(facts, props.hint)}>
        {props.blank !== false && <option value="">{props.blank ?? chooseOne}</option>}
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
