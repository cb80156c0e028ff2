import { useState, type ChangeEvent } from "react";
import { formatYuan, parseYuan, yuanInWords } from "#app/domain/money.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { Field, inputProps, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";

/**
 * An amount and its unit, 元 or 万元. The schema gets one text, "12.5万元". Once the script runs, the exact yuan and
 * the amount in words stand below. `scale` is the unit chosen at first.
 */
export function MoneyField(props: FieldProps & { scale?: "yuan" | "wan"; echo?: boolean }) {
  const { units } = useMessages().common;
  const facts = useField(props.name, props.label, props.defaultValue);
  const typed = /^(.*?)\s*(万元|元)?$/.exec(facts.value ?? "");
  const [text, setText] = useState(typed?.[1] ?? "");
  const [unit, setUnit] = useState(typed?.[2] ?? (props.scale === "wan" ? "万元" : "元"));
  const attributes = inputProps(facts, props.hint);
  return (
    <Field facts={facts} hint={props.hint} optional={props.optional} className={props.className}>
      <div className="withunit">
        <input
          className="input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          {...attributes}
          defaultValue={text}
          onChange={(event: ChangeEvent<HTMLInputElement>) => {
            setText(event.target.value);
            void facts.input.onChange?.(event);
          }}
        />
        <select
          className="input"
          name={`${props.name}:unit`}
          aria-label={`${facts.label}: ${units.yuan} / ${units.tenThousand}`}
          value={unit}
          onChange={(event) => setUnit(event.target.value)}
        >
          <option value="元">{units.yuan}</option>
          <option value="万元">{units.tenThousand}</option>
        </select>
      </div>
      {props.echo !== false && <Echo text={text} unit={unit} />}
    </Field>
  );
}

function Echo({ text, unit }: { text: string; unit: string }) {
  const { form } = useMessages().common;
  const locale = useLocale();
  const verdict = parseYuan(/[元万亿]\s*$/.test(text) ? text : text + unit);
  const exact = text.trim() !== "" && verdict.ok ? verdict.fen : undefined;
  return (
    <span className="echo" aria-live="polite">
      {exact !== undefined && (
        <>
          <b>{form.storedSum(formatYuan(exact))}</b>
          {locale === "zh-CN" && ` ${yuanInWords(exact)}`}
        </>
      )}
    </span>
  );
}
