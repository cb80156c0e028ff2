import { createContext, useContext, useEffect, useState } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { useMessages } from "#app/i18n/provider.tsx";
import type { Messages } from "#app/i18n/messages.ts";
import { valueAt } from "./form-data.ts";
import type { VerbFormState } from "./use-verb-form.ts";

export interface FormContextValue extends VerbFormState {
  /** Stands before each input's id, so that two forms on a page do not share one. */
  id: string;
}

export const FormContext = createContext<FormContextValue | null>(null);

export interface FieldFacts {
  id: string;
  label: string;
  /** The sentence about what is wrong, in the reader's language. */
  error: string | undefined;
  value: string | undefined;
  /** Name and handlers; spread on the input. Outside a VerbForm only the name. */
  input: { name: string } & Partial<UseFormRegisterReturn>;
}

/**
 * What a field needs to know of the form around it. `name` is a dotted path ("lines.0.item"). Fields also stand in
 * plain forms (a filter), where they have no errors and their value is `defaultValue`.
 */
export function useField(name: string, label?: string, defaultValue?: string): FieldFacts {
  const context = useContext(FormContext);
  const messages = useMessages();
  if (context === null) {
    return {
      id: `field-${name}`,
      label: label ?? name,
      error: undefined,
      value: defaultValue,
      input: { name },
    };
  }
  const typed = valueAt(context.values, name);
  return {
    id: inputId(context.id, name),
    label: label ?? labelOf(context, name) ?? name,
    error: sentenceFor(context.problems[name], messages),
    value: typeof typed === "string" ? typed : leftBlank(context, name) ? "" : defaultValue,
    input: context.form.register(name, { onChange: () => context.changed(name) }),
  };
}

/** A posted form leaves blank inputs out: what is missing beside others that were posted was left blank on purpose. */
function leftBlank({ answer, values }: FormContextValue, name: string): boolean {
  if (answer === undefined) return false;
  const beside = name.includes(".") ? valueAt(values, name.slice(0, name.lastIndexOf("."))) : values;
  return typeof beside === "object" && Object.keys(beside).length > 0;
}

export function useFormContext(): FormContextValue {
  const context = useContext(FormContext);
  if (context === null) throw new Error("This field needs a VerbForm around it.");
  return context;
}

export function inputId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll(".", "-")}`;
}

/** A field's label by its path without line numbers. */
export function labelOf(context: { labels: Record<string, string> }, name: string): string | undefined {
  return context.labels[name] ?? context.labels[name.replace(/\.\d+(?=\.|$)/g, "")];
}

/** The sentence for a message key; a text that is no key is a sentence already. */
export function sentenceFor(key: string | undefined, messages: Messages): string | undefined {
  if (key === undefined) return undefined;
  return Object.entries(messages.fields).find(([known]) => known === key)?.[1] ?? key;
}

/** True once the script runs: for controls that do nothing without it. */
export function useScript(): boolean {
  const [runs, setRuns] = useState(false);
  useEffect(() => setRuns(true), []);
  return runs;
}
