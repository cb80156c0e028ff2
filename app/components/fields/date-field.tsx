import { Field, inputProps, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";

/** A civil date, "2022-05-10"; the browser's own picker. */
export function DateField(props: FieldProps & { min?: string; max?: string }) {
  const facts = useField(props.name, props.label, props.defaultValue);
  return (
    <Field facts={facts} hint={props.hint} optional={props.optional} className={props.className}>
      <input
        className="input"
        type="date"
        min={props.min}
        max={props.max}
        defaultValue={facts.value}
        {...inputProps(facts, props.hint)}
      />
    </Field>
  );
}
