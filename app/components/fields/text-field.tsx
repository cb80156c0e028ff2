import { clsx } from "clsx";
import type { InputHTMLAttributes } from "react";
import { Field, inputProps, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";

type Attributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "inputMode" | "autoComplete" | "maxLength" | "placeholder" | "spellCheck" | "autoFocus"
>;

/** One line of text. `inputClassName="pin"` is the large box of a sign-off code. */
export function TextField(props: FieldProps & Attributes & { inputClassName?: string }) {
  const { name, label, hint, optional, className, defaultValue, inputClassName, ...attributes } = props;
  const facts = useField(name, label, defaultValue);
  const keepsTyped = attributes.type !== "password";
  return (
    <Field facts={facts} hint={hint} optional={optional} className={className}>
      <input
        type="text"
        className={clsx("input", inputClassName)}
        defaultValue={keepsTyped ? facts.value : undefined}
        {...attributes}
        {...inputProps(facts, hint)}
      />
    </Field>
  );
}
