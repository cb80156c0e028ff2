import type { DoorDelivery } from "#app/domain/deliveries/find-by-code.server.ts";
import { agreedText } from "#app/domain/receipts/agreed-text.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/**
 * The words that are agreed to, before the button. All here, they are known beforehand; of a count the script writes them
 * as it is typed, and without script the page says what pressing means.
 */
export function ReceiptAgreed({ delivery, counting }: { delivery: DoorDelivery; counting: boolean }) {
  const words = useMessages().receipt;
  const locale = useLocale();
  const { site, number, organization } = delivery;
  const lines = delivery.lines.map((line) => ({
    ...line,
    good: line.toCome,
    short: 0n,
    damaged: 0n,
    extra: 0n,
    before: line.partly,
  }));
  const isOpen = delivery.status === "dispatched";
  return (
    <div className="agree">
      <p>{words.agree}</p>
      {isOpen && (
        <p className="agreed" data-face="all" hidden={counting}>
          {agreedText({ locale, site, number, organization, part: false, lines })}
        </p>
      )}
      <p className="agreed" data-face="count" data-agreed hidden={!counting}>
        {words.agreeCount}
      </p>
    </div>
  );
}
