import { Check, TriangleAlert } from "lucide-react";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { Button } from "#app/components/ui/button.tsx";
import { formatDateTime } from "#app/domain/dates.ts";
import type { DoorDelivery } from "#app/domain/deliveries/find-by-code.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { ReceiptAgreed } from "./receipt-agreed.tsx";
import { ReceiptCount } from "./receipt-count.tsx";
import { ReceiptData } from "./receipt-data.tsx";
import { ReceiptLines } from "./receipt-lines.tsx";
import { ReceiptProblems } from "./receipt-problems.tsx";
import { ReceiptSignature } from "./receipt-signature.tsx";
import { ReceiptSigner } from "./receipt-signer.tsx";

/**
 * One plain form with two faces: what should be there and one big button, or (`counting`) what is not right, line by line.
 * Without script its other buttons bring it back with the other face; the script turns it over itself.
 */
export function ReceiptForm(props: {
  delivery: DoorDelivery;
  answer: FormErrors | undefined;
  requestId: string;
  counting: boolean;
}) {
  const { delivery, answer, requestId, counting } = props;
  const words = useMessages().receipt;
  const signed = delivery.status === "confirmed";
  return (
    <form method="post" action={`/q/${delivery.code}`} noValidate data-confirm={delivery.code}>
      <input type="hidden" name="requestId" value={requestId} />
      <ReceiptProblems answer={answer} lines={delivery.lines} />
      {!signed && (
        <div className="pad" data-face="all" hidden={counting}>
          <PartsBefore delivery={delivery} />
          <h2>{delivery.signings.length > 0 ? words.restToCome : words.shouldCome(delivery.boxes)}</h2>
          <ReceiptLines lines={delivery.lines.filter(({ toCome }) => toCome > 0n)} />
        </div>
      )}
      <ReceiptCount delivery={delivery} answer={answer} hidden={!counting} />
      <hr className="rule" />
      <ReceiptSigner answer={answer} name={delivery.contactName} guarded={delivery.guarded} />
      <ReceiptSignature />
      <ReceiptData delivery={delivery} />
      <ReceiptAgreed delivery={delivery} counting={counting} />
      {!signed && (
        <div className="dock dock-two" data-face="all" hidden={counting}>
          <Button tone="go" size="big" icon={Check} name="intent" value="all">
            {words.allHere}
          </Button>
          <Button tone="danger" size="mid" icon={TriangleAlert} name="intent" value="count">
            {words.notRight}
          </Button>
          <Button size="mid" name="intent" value="part">
            {words.part}
          </Button>
        </div>
      )}
      <div className="dock" data-face="count" hidden={!counting}>
        <Button tone="primary" size="big" name="intent" value="lines">
          {words.submitCount}
        </Button>
        {!signed && (
          <Button size="mid" name="intent" value="back">
            {words.backToAll}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Who signed for parts of it, and when. */
function PartsBefore({ delivery }: { delivery: DoorDelivery }) {
  const words = useMessages().receipt;
  const locale = useLocale();
  return delivery.signings.map(({ n, signedBy, at }) => (
    <p key={n}>{words.partBefore(signedBy ?? "", formatDateTime(at, locale))}</p>
  ));
}
