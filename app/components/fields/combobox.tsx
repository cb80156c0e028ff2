import { useState, type ChangeEvent } from "react";
import { Field, inputProps, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";
import type { Choice } from "./select-field.tsx";

/**
 * Type-ahead over the browser's own suggestions: any text may be typed. With `valueName` a hidden input of that name
 * carries the id of the suggestion whose label was typed; without script it stays empty and the server goes by the text.
 */
export function Combobox(props: FieldProps & { choices: Choice[]; valueName?: string; autoFocus?: boolean }) {
  const facts = useField(props.name, props.label, props.defaultValue);
  const [text, setText] = useState(facts.value ?? "");
  const listId = `${facts.id}-list`;
  const chosen = props.choices.find((choice) => choice.label === text.trim());
  return (
    <Field facts={facts} hint={props.hint} optional={props.optional} className={props.className}>
      <input
        className="input"
        type="text"
        list={listId}
        autoComplete="off"
        autoFocus={props.autoFocus}
        defaultValue={facts.value}
        {...inputProps(facts, props.hint)}
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          setText(event.target.value);
          void facts.input.onChange?.(event);
        }}
      />
      <datalist id={listId}>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.label} />
        ))}
      </datalist>
      {props.valueName && <input type="hidden" name={props.valueName} value={chosen?.value ?? ""} readOnly />}
    </Field>
  );
}
