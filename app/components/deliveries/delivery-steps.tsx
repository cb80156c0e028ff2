import { Steps } from "#app/components/ui/steps.tsx";
import { formatDateTime } from "#app/domain/dates.ts";
import type { Delivery } from "#app/domain/deliveries/get.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** How far a delivery has come: each step with its time and who made it. */
export function DeliverySteps({ delivery }: { delivery: Delivery }) {
  const { detail: words } = useMessages().deliveries;
  const locale = useLocale();
  const said = (step: string, at: Date | null, by: string | null) =>
    [step, at && formatDateTime(at, locale), by].filter(Boolean).join(" · ");
  const receiver = [delivery.receiverPost, delivery.receiverName].filter(Boolean).join(" ");
  const steps = [
    said(words.step.planned, delivery.createdAt, delivery.createdBy && words.by(delivery.createdBy)),
    said(
      words.step.dispatched,
      delivery.dispatchedAt,
      delivery.dispatchedBy && words.by(delivery.dispatchedBy),
    ),
    said(words.step.confirmed, delivery.confirmedAt, receiver && words.signedBy(receiver)),
    words.step.handedOver,
  ];
  return <Steps steps={steps} current={stepsDone(delivery)} />;
}

function stepsDone({ status, lines }: Delivery): number {
  if (status === "planned") return 1;
  if (status === "dispatched") return 2;
  return lines.every(({ good, handedOver }) => (good ?? 0n) === handedOver) ? 4 : 3;
}
