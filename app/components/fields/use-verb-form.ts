import { useEffect, useRef, useState } from "react";
import { set, useForm, type FieldErrors, type FieldValues, type UseFormReturn } from "react-hook-form";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { fieldErrors } from "./field-errors.ts";
import { parseForm } from "./form-data.ts";
import type { FormErrors, TypedValues } from "./read-form.ts";

export interface VerbFormState {
  form: UseFormReturn<FieldValues>;
  element: React.RefObject<HTMLFormElement>;
  /** What the inputs hold at first: what was typed before, else the defaults. */
  values: TypedValues;
  labels: Record<string, string>;
  /** Message keys by path: the browser's own check, else the server's answer. */
  problems: Record<string, string>;
  /** A sentence of the server about the whole. */
  refusal: string | undefined;
  /** Forgets the server's message about a field once it is changed. */
  changed: (name: string) => void;
  /** The server's answer, for telling one from the next. */
  answer: FormErrors | undefined;
  requestId: string;
}

/**
 * A form for one verb. It is checked in the browser by the verb's own schema, over the same nested object that the
 * server reads from the posted form, and works as a plain form without script.
 *
 * `errors` is what the action returned; `labels` names fields by path without line numbers ("lines.item") for the
 * fields and the error summary alike; `requestId` is the loader's, for readers without script. The browser makes its
 * own, a new one after each answer, so that pressing twice is one request and a corrected form another.
 */
export function useVerbForm(options: {
  schema: z.ZodType;
  defaults?: TypedValues;
  errors?: FormErrors | undefined;
  labels?: Record<string, string>;
  requestId?: string;
}): VerbFormState {
  const { schema, errors: answer, labels = {} } = options;
  const element = useRef<HTMLFormElement>(null);
  const values = answer?.values ?? options.defaults ?? {};
  const form = useForm<FieldValues>({
    defaultValues: onlyLists(values),
    shouldFocusError: false,
    resolver: () => check(schema, element.current),
  });
  const [answered, setAnswered] = useState({ answer, fields: answer?.fields ?? {} });
  if (answered.answer !== answer) setAnswered({ answer, fields: answer?.fields ?? {} });

  // The server left blank lines out: show the lines as it numbers them, so that its messages meet the right ones.
  const { setValue } = form;
  useEffect(() => {
    for (const [name, list] of Object.entries(onlyLists(answer?.values ?? {}))) setValue(name, list);
  }, [answer, setValue]);

  const own = keysByPath(form.formState.errors);
  const { isSubmitted, isSubmitSuccessful } = form.formState;
  const checkedHere = isSubmitted && !isSubmitSuccessful && Object.keys(own).length > 0;
  return {
    form,
    element,
    values,
    labels,
    answer,
    problems: checkedHere ? own : { ...answered.fields, ...own },
    refusal: checkedHere ? undefined : answer?.form,
    changed: (name) =>
      setAnswered(({ answer: same, fields: { [name]: _gone, ...fields } }) => ({ answer: same, fields })),
    requestId: useRequestId(options.requestId, answer),
  };
}

/** Where a message about the whole form is kept; react-hook-form clears "root" before it looks. */
const whole = "__whole";

/** Inputs keep what was typed before the script came; only lists must be known to it from the start. */
function onlyLists(values: TypedValues): TypedValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Array.isArray(value)));
}

function check(schema: z.ZodType, element: HTMLFormElement | null) {
  if (element === null) return { values: {}, errors: {} };
  const { values, inputPath } = parseForm(new FormData(element));
  const result = schema.safeParse(values);
  if (result.success) return { values, errors: {} };
  const found = Object.entries(fieldErrors(result.error, values));
  return { values: {}, errors: nested(found.map(([path, key]) => [inputPath(path), key])) };
}

/** Errors in the shape react-hook-form keeps them: a tree with a message at each faulty field. */
function nested(found: [path: string, key: string][]): FieldErrors {
  const errors: FieldErrors = {};
  for (const [path, message] of found) set(errors, path || whole, { type: "schema", message });
  return errors;
}

function keysByPath(errors: object, above = ""): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [step, node] of Object.entries(errors)) {
    if (step === "ref" || typeof node !== "object" || node === null) continue;
    const path = step === whole ? "" : above + step;
    if ("message" in node && typeof node.message === "string") found[path] = node.message;
    Object.assign(found, keysByPath(node, `${path}.`));
  }
  return found;
}

function useRequestId(fromLoader: string | undefined, answer: FormErrors | undefined): string {
  const [id, setId] = useState(fromLoader ?? "");
  useEffect(() => setId(uuidv7()), [answer]);
  return id;
}
