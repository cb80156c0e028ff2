import { Field, inputProps, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";

/** Several lines of text. */
export function TextArea(props: FieldProps & { rows?: number }) {
  const facts = useField(props.name, props.label, props.defaultValue);
  return (
    <Field facts={facts} hint={props.hint} optional={props.optional} className={props.className}>
      <textarea
        className="input"
        rows={props.rows ?? 3}
        defaultValue={facts.value}
        {...inputProps(facts, props.hint)}
      />
    </Field>
  );
}
