import { Tag } from "#app/components/ui/tag.tsx";
import { LOW_DAYS, OVER_DAYS, USE_DAYS } from "#app/domain/stock/view.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** How long an item will last, with a word when that is short or very long. */
export function DaysLeft({ days }: { days: number | null }) {
  const words = useMessages().stock;
  if (days === null) return <>{words.notUsed(USE_DAYS)}</>;
  return (
    <>
      {words.daysOfUse(days)} {days < LOW_DAYS && <Tag tone="warn">{words.low}</Tag>}
      {days > OVER_DAYS && <Tag>{words.over}</Tag>}
    </>
  );
}
