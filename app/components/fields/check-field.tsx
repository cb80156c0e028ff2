import { About, inputProps, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";

/** Yes or no. Ticked it sends `value` ("true" unless told otherwise), unticked nothing. */
export function CheckField(props: FieldProps & { value?: string }) {
  const facts = useField(props.name, props.label, props.defaultValue);
  const value = props.value ?? "true";
  return (
    <div className={props.className}>
      <About facts={facts} hint={props.hint} />
      <label className="check">
        <input
          type="checkbox"
          value={value}
          defaultChecked={facts.value === value}
          {...inputProps(facts, props.hint)}
        />
        {facts.label}
      </label>
    </div>
  );
}
