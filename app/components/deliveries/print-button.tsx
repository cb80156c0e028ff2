import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useScript } from "#app/components/fields/form-context.ts";
import { Button } from "#app/components/ui/button.tsx";

/** Opens the browser's print window; without script it is not there, and the browser's own menu does it. */
export function PrintButton({ icon, children }: { icon: LucideIcon; children: ReactNode }) {
  if (!useScript()) return null;
  return (
    <Button type="button" tone="primary" icon={icon} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
