import { clsx } from "clsx";
import { TriangleAlert } from "lucide-react";
import type { InputHTMLAttributes } from "react";
import { useMessages } from "#app/i18n/provider.tsx";
import { sentenceFor } from "#app/components/fields/form-context.ts";
import { valueAt } from "#app/components/fields/form-data.ts";
import type { FormErrors } from "#app/components/fields/read-form.ts";

/** The receiver's form keeps to plain inputs, without the form library of the desk: old phones load it on a bad line. */
export interface ReceiptFieldProps {
  name: string;
  label: string;
  hint?: string;
  answer: FormErrors | undefined;
  defaultValue?: string;
}

export const receiptId = (name: string): string => `receipt-${name.replaceAll(".", "-")}`;

/** What the field holds: what was typed before, else the default. */
export function typedIn(answer: FormErrors | undefined, name: string): string | undefined {
  const value = valueAt(answer?.values, name);
  return typeof value === "string" ? value : undefined;
}

/** Attributes that tie an input to its hint and its message. */
export function receiptInput({ name, hint, answer, defaultValue }: ReceiptFieldProps) {
  const id = receiptId(name);
  const error = answer?.fields[name];
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    name,
    defaultValue: typedIn(answer, name) ?? defaultValue,
    "aria-describedby": about || undefined,
    "aria-invalid": error ? true : undefined,
    autoFocus: error !== undefined && Object.keys(answer?.fields ?? {})[0] === name,
  };
}

/** Label, hint and message, above the input. */
export function ReceiptLabel({ name, label, hint, answer }: ReceiptFieldProps) {
  const messages = useMessages();
  const error = sentenceFor(answer?.fields[name], messages);
  const id = receiptId(name);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="err-msg" id={`${id}-error`}>
          <TriangleAlert aria-hidden />
          {error}
        </span>
      )}
    </>
  );
}

export function ReceiptText(
  props: ReceiptFieldProps & { attributes?: InputHTMLAttributes<HTMLInputElement> },
) {
  const { className, ...attributes } = props.attributes ?? {};
  return (
    <div className="field">
      <ReceiptLabel {...props} />
      <input className={clsx("input", className)} type="text" {...attributes} {...receiptInput(props)} />
    </div>
  );
}
