import type { ComponentProps } from "react";
import { useNavigation } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** The button that sends a form. While it is on its way it says so; pressing again does nothing. */
export function SubmitButton(props: ComponentProps<typeof Button>) {
  const { saving } = useMessages().common.actions;
  const busy = useNavigation().state === "submitting";
  return (
    <Button tone="primary" {...props} aria-disabled={busy || undefined}>
      {busy ? saving : props.children}
    </Button>
  );
}
