import { Field, inputProps, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";

/** A file; `accept` as in HTML (".xlsx"), `capture` opens a phone's camera. The form needs `encType`. */
export function FileField(props: FieldProps & { accept?: string; capture?: "environment" }) {
  const facts = useField(props.name, props.label);
  return (
    <Field facts={facts} hint={props.hint} optional={props.optional} className={props.className}>
      <input
        className="input"
        type="file"
        accept={props.accept}
        capture={props.capture}
        {...inputProps(facts, props.hint)}
      />
    </Field>
  );
}
