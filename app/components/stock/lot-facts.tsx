import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { startOfDay } from "#app/domain/dates.ts";
import type { Pack } from "#app/domain/quantity.ts";
import { EXPIRING_DAYS } from "#app/domain/stock/view.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const DAY = 86_400_000;

/** A lot's number as printed on the goods, "批 L20220911", or that it has none. */
export function LotNumber({ number }: { number: string | null }) {
  const words = useMessages().stock;
  if (number === null) return <>{words.noLotNumber}</>;
  return <span className="code">{words.lot(number)}</span>;
}

/** When a lot expires, with the days left once they are few, or that it has expired. `today` is a civil date. */
export function Expiry({ on, today }: { on: string | null; today: string }) {
  const words = useMessages().stock;
  if (on === null) return <>{words.keeps}</>;
  const days = Math.round((startOfDay(on).getTime() - startOfDay(today).getTime()) / DAY);
  return (
    <>
      <CivilDate on={on} year />{" "}
      {days < 0 ? (
        <Tag tone="bad">{words.expired}</Tag>
      ) : (
        days <= EXPIRING_DAYS && <b>{words.daysLeft(days)}</b>
      )}
    </>
  );
}

/** Whom a lot is only for, or that it is free to use. */
export function RestrictedTo({ text }: { text: string | null }) {
  const { states } = useMessages().common;
  return text === null ? <>{states.unrestricted}</> : <Tag tone="edge">{states.onlyFor(text)}</Tag>;
}

/** Whom a lot is from, leading to the gift; or the kits it is, leading to what is in them. `numbered` adds the gift's number. */
export function LotSource(props: {
  lot: Record<"donor" | "giftId" | "giftNumber" | "kitId" | "kitNumber", string | null>;
  numbered?: boolean;
}) {
  const { donor, giftId, giftNumber, kitId, kitNumber } = props.lot;
  if (kitId !== null) {
    return (
      <Link to={`/desk/kits/${kitId}`}>
        <Code>{kitNumber ?? ""}</Code>
      </Link>
    );
  }
  return (
    <Link to={`/desk/gifts/${giftId}`}>
      {donor}
      {props.numbered && (
        <>
          {" · "}
          <Code>{giftNumber ?? ""}</Code>
        </>
      )}
    </Link>
  );
}

/** The pack of a line or lot, where it has one. */
export const packOf = (packed: { packName: string | null; packSize: bigint | null }): Pack | undefined =>
  packed.packName !== null && packed.packSize !== null
    ? { name: packed.packName, size: packed.packSize }
    : undefined;
