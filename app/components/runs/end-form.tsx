import { Disclosure } from "#app/components/people/disclosure.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";

/** A button that first says what it would end: a vehicle retired, a pass revoked. */
export function EndForm(props: {
  intent: "retire" | "revoke";
  name: "vehicleId" | "passId";
  id: string;
  requestId: string;
  label: string;
  how: string;
  button: string;
}) {
  return (
    <Disclosure label={<span className="whitespace-nowrap">{props.label}</span>}>
      <p className="text-small">{props.how}</p>
      <Form method="post">
        <input type="hidden" name="intent" value={props.intent} />
        <input type="hidden" name={props.name} value={props.id} />
        <input type="hidden" name="requestId" value={props.requestId} />
        <Button tone="danger">{props.button}</Button>
      </Form>
    </Disclosure>
  );
}
