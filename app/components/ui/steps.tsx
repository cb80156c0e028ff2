import { useMessages } from "#app/i18n/provider.tsx";

/** The stages of a longer task; `current` counts from 0, and everything before it is done. */
export function Steps({ steps, current }: { steps: readonly string[]; current: number }) {
  const { stepDone } = useMessages().common;
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < current ? "done" : undefined}
          aria-current={index === current ? "step" : undefined}
        >
          {step}
          {index < current && <span className="sr-only"> ({stepDone})</span>}
        </li>
      ))}
    </ol>
  );
}
