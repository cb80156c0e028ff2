import { clsx } from "clsx";
import type { ReactNode } from "react";
import { About, Optional, inputProps, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";

/** Two to four choices as large tiles: native radio buttons, so they work without script. */
export function RadioTiles(
  props: FieldProps & {
    choices: { value: string; label: ReactNode; hint?: string }[];
    onChoose?: (value: string) => void;
  },
) {
  const facts = useField(props.name, props.label, props.defaultValue);
  const { id, ...attributes } = inputProps(facts, props.hint);
  const count = props.choices.length;
  return (
    <fieldset className={clsx("field", props.className)} aria-describedby={attributes["aria-describedby"]}>
      <legend>
        {facts.label}
        {props.optional && <Optional />}
      </legend>
      <About facts={facts} hint={props.hint} />
      <div className={clsx("pick", count === 3 && "pick-3", count === 4 && "pick-4")}>
        {props.choices.map((choice, index) => (
          <label key={choice.value}>
            <input
              {...facts.input}
              type="radio"
              id={index === 0 ? id : undefined}
              value={choice.value}
              defaultChecked={facts.value === choice.value}
              onClick={() => props.onChoose?.(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
