import { useId, type FormEvent, type ReactNode } from "react";
import { Form, useNavigation, useSubmit } from "#app/components/layout/router.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { FormContext, inputId, labelOf, sentenceFor, type FormContextValue } from "./form-context.ts";
import type { VerbFormState } from "./use-verb-form.ts";

/**
 * The form of a verb (see `useVerbForm`): error summary, hidden request id, and the fields inside. A button with
 * `formNoValidate` is sent without checking. To empty the form after it was saved, give it another `key`.
 */
export function VerbForm(props: {
  form: VerbFormState;
  action?: string;
  id?: string;
  className?: string;
  /** "multipart/form-data" where there is a file. */
  encType?: "multipart/form-data";
  /** Heads the error summary: "还没签收成功" instead of "还没存上". */
  notDone?: string;
  children: ReactNode;
}) {
  const madeId = useId();
  const context = { ...props.form, id: props.id ?? madeId };
  const submit = useSubmit();
  const busy = useNavigation().state === "submitting";

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const submitter = submitterOf(event);
    if (busy) return event.preventDefault();
    if (submitter?.formNoValidate) return;
    const target = submitter ?? event.currentTarget;
    void context.form.handleSubmit(() => submit(target))(event);
  }

  return (
    <Form
      method="post"
      noValidate
      id={context.id}
      ref={context.element}
      action={props.action}
      encType={props.encType}
      className={props.className}
      onSubmit={onSubmit}
    >
      <FormContext.Provider value={context}>
        <input type="hidden" name="requestId" value={context.requestId} readOnly />
        <Problems context={context} title={props.notDone} />
        {props.children}
      </FormContext.Provider>
    </Form>
  );
}

function submitterOf(event: FormEvent): HTMLButtonElement | null {
  const native = event.nativeEvent;
  return native instanceof SubmitEvent && native.submitter instanceof HTMLButtonElement
    ? native.submitter
    : null;
}

function Problems({ context, title }: { context: FormContextValue; title: string | undefined }) {
  const messages = useMessages();
  const { "": whole, ...fields } = context.problems;
  const paths = Object.keys(fields);
  const text = context.refusal ?? sentenceFor(whole, messages);
  if (paths.length === 0 && text === undefined) return null;
  const items = paths.map((path) => ({
    href: `#${inputId(context.id, path)}`,
    label: [lineOf(path, messages.common.form.line), labelOf(context, path)].filter(Boolean).join(" "),
    text: sentenceFor(fields[path], messages) ?? "",
  }));
  const attempt = `${context.form.formState.submitCount} ${context.requestId}`;
  return <ErrorSummary title={title} text={text} items={items} attempt={attempt} />;
}

function lineOf(path: string, say: (line: number) => string): string | undefined {
  const index = /\.(\d+)(?:\.|$)/.exec(path)?.[1];
  return index === undefined ? undefined : say(Number(index) + 1);
}
