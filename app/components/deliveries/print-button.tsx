import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useScript } from "#app/components/fields/form-context.ts";
import { Button } from "#app/components/ui/button.tsx";

/** Opens the browser's print window, the main thing to do unless `tone` says otherwise; without script it is not there, and the browser's own menu does it. */
export function PrintButton(props: { icon: LucideIcon; tone?: "primary" | "plain"; children: ReactNode }) {
  const { icon, tone = "primary", children } = props;
  if (!useScript()) return null;
  return (
    <Button type="button" tone={tone} icon={icon} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
