import { parseQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Field, inputProps, type FieldProps } from "./field.tsx";
import { useField, useFormContext, useScript, type FieldFacts } from "./form-context.ts";

/** A whole number as text, so that "16,000" may be typed. `unit` stands behind it; `stepper` adds − and +. */
export function NumberField(props: FieldProps & { unit?: string; stepper?: boolean }) {
  const facts = useField(props.name, props.label, props.defaultValue);
  const script = useScript();
  const input = (
    <input
      className="input"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      defaultValue={facts.value}
      {...inputProps(facts, props.hint)}
    />
  );
  return (
    <Field facts={facts} hint={props.hint} optional={props.optional} className={props.className}>
      {props.stepper && script ? (
        <Stepper name={props.name} facts={facts}>
          {input}
        </Stepper>
      ) : props.unit ? (
        <div className="withunit">
          {input}
          <span className="suffix">{props.unit}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  );
}

function Stepper(props: { name: string; facts: FieldFacts; children: React.ReactElement }) {
  const { actions } = useMessages().common;
  const { form, changed } = useFormContext();
  function move(by: bigint) {
    const typed: unknown = form.getValues(props.name);
    const verdict = parseQuantity(typeof typed === "string" ? typed : "");
    const next = (verdict.ok ? verdict.quantity : 0n) + by;
    form.setValue(props.name, String(next < 0n ? 0n : next), { shouldValidate: form.formState.isSubmitted });
    changed(props.name);
  }
  return (
    <div className="step">
      <button type="button" aria-label={actions.less(props.facts.label)} onClick={() => move(-1n)}>
        −
      </button>
      {props.children}
      <button type="button" aria-label={actions.more(props.facts.label)} onClick={() => move(1n)}>
        +
      </button>
    </div>
  );
}
