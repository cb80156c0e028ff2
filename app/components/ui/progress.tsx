import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/provider.tsx";
import { Bar } from "./bar.tsx";

/** How far work has come: `done` of `all`, in words and as a bar. `children` says how long, and what is safe. */
export function Progress(props: { label: string; done: number; all: number; children?: ReactNode }) {
  const { progress } = useMessages().common;
  const words = progress(props.done, props.all);
  return (
    <div className="prog">
      <div className="flex justify-between gap-3">
        <b>{props.label}</b>
        <span>{words}</span>
      </div>
      <div
        role="progressbar"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={props.all}
        aria-valuenow={props.done}
        aria-valuetext={words}
      >
        <Bar share={props.all === 0 ? 0 : props.done / props.all} />
      </div>
      {props.children && <span className="text-small text-ink-2">{props.children}</span>}
    </div>
  );
}
