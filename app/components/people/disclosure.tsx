import type { ReactNode } from "react";

/** A button that first shows what it would do: opens without script, closes again on the next page. */
export function Disclosure({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details>
      <summary className="btn btn-quiet">{label}</summary>
      <div className="grid max-w-xs gap-2 py-2 whitespace-normal">{children}</div>
    </details>
  );
}
