import { About, inputProps } from "./field.tsx";
import { useField } from "./form-context.ts";
import type { Choice } from "./select-field.tsx";

interface RowProps {
  name: string;
  /** Read out, not shown: the row and the column say it to those who see them. */
  label: string;
  defaultValue?: string;
}

/** A whole number in a row of many, with its `unit` behind it unless the field beside it says the unit. */
export function RowNumber(props: RowProps & { unit?: string }) {
  const facts = useField(props.name, props.label, props.defaultValue);
  const input = (
    <input
      className="input num"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      defaultValue={facts.value}
      {...inputProps(facts)}
    />
  );
  return (
    <div className="field">
      <label className="sr-only" htmlFor={facts.id}>
        {facts.label}
      </label>
      <About facts={facts} />
      {props.unit === undefined ? (
        input
      ) : (
        <div className="withunit">
          {input}
          <span className="suffix">{props.unit}</span>
        </div>
      )}
    </div>
  );
}

/** One of a list in a row of many. `blank` is the first, empty choice; without it there is none. */
export function RowSelect(props: RowProps & { choices: Choice[]; blank?: string }) {
  const facts = useField(props.name, props.label, props.defaultValue);
  return (
    <div className="field">
      <label className="sr-only" htmlFor={facts.id}>
        {facts.label}
      </label>
      <About facts={facts} />
      <select className="input" defaultValue={facts.value} {...inputProps(facts)}>
        {props.blank !== undefined && <option value="">{props.blank}</option>}
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
