import { Link } from "#app/components/layout/router.ts";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { Sum, type SumRow } from "#app/components/ui/sum.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { FoundGift as Gift } from "#app/domain/reports/found.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Facts, FoundHead } from "./found-head.tsx";

/** A gift: how much it was and where its goods are by now, as one sum for each lot. */
export function FoundGift({ gift }: { gift: Gift }) {
  const { reports, common } = useMessages();
  const words = reports.find.gift;
  return (
    <article className="sheet grid grid-cols-1 gap-4">
      <FoundHead found={gift}>{gift.takenBack && <Tag tone="warn">{reports.cells.takenBack}</Tag>}</FoundHead>
      <Facts
        facts={[
          [words.from, <span lang="zh-CN">{gift.donor ?? common.states.anonymous}</span>],
          [words.receivedOn, <CivilDate on={gift.receivedOn} year />],
          ...(gift.amountFen === null ? [] : [[words.money, <Money fen={gift.amountFen} />] as const]),
          [
            words.fund,
            <span lang="zh-CN">
              {gift.restriction === null
                ? common.states.unrestricted
                : common.states.onlyFor(gift.restriction)}
            </span>,
          ],
        ]}
      />
      {gift.takenBack && <Note tone="warn">{words.takenBack}</Note>}
      {gift.of === "money" && !gift.takenBack && (
        <Note>
          {words.pooled} <Link to="/reports/distributions">{reports.tables.distributions}</Link>
        </Note>
      )}
      {gift.lots.map((lot, i) => (
        <Lot key={i} lot={lot} />
      ))}
    </article>
  );
}

function Lot({ lot }: { lot: Gift["lots"][number] }) {
  const words = useMessages().reports.find.gift;
  const parts: SumRow[] = [
    { label: words.signed, value: lot.signed, tone: "ok" as const },
    { label: words.road, value: lot.road, tone: "out" as const },
    { label: words.stock, value: lot.stock },
    { label: words.disputed, value: lot.disputed, tone: "bad" as const },
    { label: words.lost, value: lot.lost, tone: "bad" as const },
  ]
    .filter(({ value }) => value > 0n)
    .map((row, i) => (i === 0 ? row : { ...row, op: "+" as const }));
  return (
    <section className="grid grid-cols-1 gap-2">
      <h3>
        <span lang="zh-CN">{lot.item}</span> · {words.lots}
      </h3>
      <Sum
        label={lot.item}
        measure={{ kind: "quantity", unit: lot.unit }}
        rows={parts}
        total={{ label: words.received, value: lot.received }}
      />
      {lot.townships.length > 0 ? (
        <p className="text-desk text-ink-2">
          {words.places}{" "}
          <span lang="zh-CN">
            {lot.townships
              .map(({ name, quantity }) => `${name} ${formatQuantity(quantity, lot.unit)}`)
              .join("，")}
          </span>
        </p>
      ) : (
        lot.stock === lot.received && <p className="text-desk text-ink-2">{words.nowhere}</p>
      )}
    </section>
  );
}
