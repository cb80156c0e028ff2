import type { ReactNode } from "react";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";

/** A form that is one button: `intent` says what it does, `values` to what. */
export function SmallForm(props: {
  intent: string;
  values?: Record<string, string>;
  tone?: "plain" | "danger" | "primary";
  children: ReactNode;
}) {
  return (
    <Form method="post">
      {Object.entries(props.values ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button tone={props.tone} name="intent" value={props.intent}>
        {props.children}
      </Button>
    </Form>
  );
}
