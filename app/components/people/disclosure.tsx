import type { ReactNode } from "react";

/** A button that first shows what it would do: opens without script, closes again on the next page. */
export function Disclosure(props: { label: ReactNode; open?: boolean; children: ReactNode }) {
  const { label, open, children } = props;
  return (
    <details open={open}>
      <summary className="btn btn-quiet">{label}</summary>
      <div className="grid max-w-xs gap-2 py-2 whitespace-normal">{children}</div>
    </details>
  );
}
