import { Plus, X } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { useFieldArray } from "react-hook-form";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { About } from "./field.tsx";
import { inputId, labelOf, sentenceFor, useFormContext, useScript } from "./form-context.ts";

/**
 * Lines that repeat. `children` draws one, given its path: `{(line) => <TextField name={`${line}.item`} />}`. With
 * script, lines are added and taken away at once. Without, `blank` lines stand ready, blank ones are ignored, and
 * "add a line" is a submit button (`intent=add-line`, which `readForm` answers).
 */
export function LinesField(props: {
  name: string;
  label?: string;
  hint?: ReactNode;
  blank?: number;
  children: (line: string, index: number) => ReactNode;
}) {
  const { name, blank = 3 } = props;
  const context = useFormContext();
  const messages = useMessages();
  const script = useScript();
  const { fields, append, remove } = useFieldArray({ control: context.form.control, name });
  const words = messages.common;
  const spare = script && fields.length > 0 ? 0 : Math.max(0, blank - fields.length);
  const keys = [...fields.map((field) => field.id), ...Array.from({ length: spare }, (_, n) => `blank-${n}`)];
  const facts = {
    id: inputId(context.id, name),
    label: props.label ?? labelOf(context, name) ?? "",
    error: sentenceFor(context.problems[name], messages),
    value: undefined,
    input: { name },
  };

  function addLine(event: MouseEvent) {
    event.preventDefault();
    append({});
  }

  return (
    <fieldset className="field" id={facts.id}>
      {/* Enter presses a form's first submit button: not the one that adds a line. */}
      {!script && <button hidden />}
      {facts.label && <legend>{facts.label}</legend>}
      <About facts={facts} hint={props.hint ?? (script ? undefined : words.form.blankLines)} />
      {keys.map((key, index) => (
        <fieldset className="line-fields" key={key}>
          <legend className="sr-only">{words.form.line(index + 1)}</legend>
          <div className="quick">{props.children(`${name}.${index}`, index)}</div>
          {script && keys.length > 1 && (
            <Button
              type="button"
              tone="quiet"
              aria-label={words.actions.removeLine(index + 1)}
              onClick={() => remove(index)}
            >
              <X aria-hidden />
            </Button>
          )}
        </fieldset>
      ))}
      <div>
        <Button
          type={script ? "button" : "submit"}
          name="intent"
          value="add-line"
          formNoValidate
          icon={Plus}
          onClick={script ? addLine : undefined}
        >
          {words.actions.addLine}
        </Button>
      </div>
    </fieldset>
  );
}
