import { Link } from "#app/components/layout/router.ts";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import type { FoundHandOver, FoundPayment, FoundPledge } from "#app/domain/reports/found.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Facts, FoundHead } from "./found-head.tsx";

/** A promise and what has come of it; counted nowhere as received. */
export function PledgeFound({ pledge }: { pledge: FoundPledge }) {
  const { reports, common } = useMessages();
  const words = reports.find.pledge;
  const { amountFen, arrivedFen } = pledge;
  return (
    <article className="sheet grid grid-cols-1 gap-4">
      <FoundHead found={pledge} />
      <Facts
        facts={[
          [reports.find.gift.from, <span lang="zh-CN">{pledge.donor ?? common.states.anonymous}</span>],
          [words.pledged, <CivilDate on={pledge.pledgedOn} year />],
          ...(amountFen === null
            ? []
            : [
                [reports.find.gift.money, <Money fen={amountFen} />] as const,
                [words.arrived, <Money fen={arrivedFen} />] as const,
                [words.open, <Money fen={arrivedFen > amountFen ? 0n : amountFen - arrivedFen} />] as const,
              ]),
          ...pledge.lines.map(
            (line) =>
              [
                line.item,
                <>
                  {words.pledged} <Quantity quantity={line.quantity} unit={line.unit} />，{words.arrived}{" "}
                  <Quantity quantity={line.arrived} unit={line.unit} />
                </>,
              ] as const,
          ),
        ]}
      />
      <Note>{pledge.withdrawn ? words.withdrawn : words.note}</Note>
    </article>
  );
}

/** A payment: how much, to whom, for what. */
export function PaymentFound({ payment }: { payment: FoundPayment }) {
  const { reports } = useMessages();
  const words = reports.find.payment;
  return (
    <article className="sheet grid grid-cols-1 gap-4">
      <FoundHead found={payment} />
      <Facts
        facts={[
          [words.paidOn, <CivilDate on={payment.paidOn} year />],
          [words.amount, <Money fen={payment.amountFen} />],
          [words.payee, <span lang="zh-CN">{payment.payee ?? reports.cells.person}</span>],
          [words.purpose, <span lang="zh-CN">{payment.purpose}</span>],
        ]}
      />
      {payment.takenBack && <Note tone="warn">{words.takenBack}</Note>}
    </article>
  );
}

/** How many households and people something was handed on to. */
export function HandOverFound({ handOver }: { handOver: FoundHandOver }) {
  const { reports } = useMessages();
  const words = reports.find.handOver;
  return (
    <article className="sheet grid grid-cols-1 gap-4">
      <FoundHead found={handOver} />
      <Facts
        facts={[
          [words.on, <CivilDate on={handOver.handedOn} year />],
          [words.reached, reports.cells.households(handOver.households, handOver.people)],
          [words.delivery, <Link to={`/find?q=${handOver.deliveryNumber}`}>{handOver.deliveryNumber}</Link>],
        ]}
      />
    </article>
  );
}
