import { Check, TriangleAlert } from "lucide-react";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import type { DoorDelivery } from "#app/domain/deliveries/find-by-code.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { ReceiptLines } from "./receipt-lines.tsx";
import { ReceiptProblems } from "./receipt-problems.tsx";
import { ReceiptSigner } from "./receipt-signer.tsx";

/** What should be there, who signs, and one big button; the other leads to the count. A plain form. */
export function ReceiptForm(props: {
  delivery: DoorDelivery;
  answer: FormErrors | undefined;
  requestId: string;
}) {
  const { delivery, answer, requestId } = props;
  const words = useMessages().receipt;
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="requestId" value={requestId} />
      <ReceiptProblems answer={answer} lines={delivery.lines} />
      <div className="pad">
        <h2>{words.shouldCome(delivery.boxes)}</h2>
        <ReceiptLines lines={delivery.lines} />
      </div>
      <hr className="rule" />
      <ReceiptSigner answer={answer} name={delivery.contactName} />
      <div className="dock">
        <Button tone="go" size="big" icon={Check} name="intent" value="all">
          {words.allHere}
        </Button>
        <Button tone="danger" size="mid" icon={TriangleAlert} name="intent" value="count">
          {words.notRight}
        </Button>
      </div>
    </Form>
  );
}
