import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { yuanInWords } from "#app/domain/money.ts";
import type { Gift } from "#app/domain/gifts/get.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { Facts } from "./facts.tsx";
import { Purpose } from "./purpose.tsx";

/** What is known of a gift, with links to its donor, its promise and the file it came from. */
export function GiftFacts({ gift }: { gift: Gift }) {
  const { fields, columns, detail } = useMessages().gifts;
  const locale = useLocale();
  return (
    <Facts
      facts={[
        [columns.number, <Code key="number">{gift.number}</Code>],
        [
          fields.donor,
          <Link key="donor" to={`/desk/donors/${gift.donorId}`}>
            {gift.donor}
          </Link>,
        ],
        [
          fields.amount,
          gift.amountFen !== null && (
            <>
              <Money fen={gift.amountFen} /> {locale === "zh-CN" && yuanInWords(gift.amountFen)}
            </>
          ),
        ],
        [fields.arrivedOn, <CivilDate key="on" on={gift.receivedOn} year />],
        [fields.restrictedTo, gift.kind === "money" && <Purpose restriction={gift.restriction} />],
        [columns.warehouse, gift.warehouse],
        [detail.organization, gift.organization],
        [
          detail.pledge,
          gift.pledgeId && gift.pledgeNumber && (
            <Link to={`/desk/pledges/${gift.pledgeId}`}>
              <Code>{gift.pledgeNumber}</Code>
            </Link>
          ),
        ],
        [fields.receiptNumber, gift.receiptNumber],
        [fields.note, gift.note],
        [
          detail.importedFrom,
          gift.importId && gift.importFile && (
            <Link to={`/desk/imports/${gift.importId}`}>{gift.importFile}</Link>
          ),
        ],
      ]}
    />
  );
}
