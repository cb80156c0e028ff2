import { clsx } from "clsx";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/provider.tsx";
import type { FieldFacts } from "./form-context.ts";

/** What every field may be told. `label` may be left to the form's `labels`. */
export interface FieldProps {
  name: string;
  label?: string;
  hint?: ReactNode;
  optional?: boolean;
  className?: string;
  defaultValue?: string;
}

/** Label, hint and message above an input. The input itself carries `inputProps(facts, …)`. */
export function Field(props: {
  facts: FieldFacts;
  hint?: ReactNode;
  optional?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const { facts } = props;
  return (
    <div className={clsx("field", props.className)}>
      <label htmlFor={facts.id}>
        {facts.label}
        {props.optional && <Optional />}
      </label>
      <About facts={facts} hint={props.hint} />
      {props.children}
    </div>
  );
}

export function Optional() {
  const { states } = useMessages().common;
  return <span className="font-normal text-ink-2"> ({states.optional})</span>;
}

/** The hint and the message, where `aria-describedby` finds them. */
export function About({ facts, hint }: { facts: FieldFacts; hint?: ReactNode }) {
  return (
    <>
      {hint && (
        <span className="hint" id={`${facts.id}-hint`}>
          {hint}
        </span>
      )}
      {facts.error && (
        <span className="err-msg" id={`${facts.id}-error`}>
          <TriangleAlert aria-hidden />
          {facts.error}
        </span>
      )}
    </>
  );
}

/** The attributes that tie an input to its label, hint and message. */
export function inputProps(facts: FieldFacts, hint?: ReactNode) {
  const about = [hint && `${facts.id}-hint`, facts.error && `${facts.id}-error`].filter(Boolean).join(" ");
  return {
    ...facts.input,
    id: facts.id,
    "aria-describedby": about || undefined,
    "aria-invalid": facts.error ? true : undefined,
  };
}
