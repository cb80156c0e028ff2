import { Check, Hourglass } from "lucide-react";
import { Tag } from "#app/components/ui/tag.tsx";
import { isOverdue } from "#app/domain/cases/deadline.ts";
import type { CaseRow } from "#app/domain/cases/list.server.ts";
import { formatDate } from "#app/domain/dates.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** "医用外科口罩 短少 4 只", or that two people counted differently. */
export function CaseAbout({ row }: { row: Pick<CaseRow, "kind" | "item" | "unit" | "quantity"> }) {
  const { kinds } = useMessages().cases;
  const { kind, item, unit, quantity } = row;
  if (item === null || unit === null || quantity === null) return <>{kinds.second_report()}</>;
  return (
    <>
      {item} <span className="whitespace-nowrap">{kinds[kind](formatQuantity(quantity, unit))}</span>
    </>
  );
}

/** Who settles it, or that nobody has taken it. */
export function CaseOwner({ name }: { name: string | null }) {
  const { nobody } = useMessages().cases;
  return name === null ? <b>{nobody}</b> : <>{name}</>;
}

type Due = Pick<CaseRow, "dueOn" | "closedAt">;

/** By when an open case is to be settled; red and in words once that is past. */
export function DueTag({ row, today }: { row: Due; today: string }) {
  const words = useMessages().cases;
  const locale = useLocale();
  const day = formatDate(row.dueOn, locale, today);
  if (row.closedAt !== null) return <>—</>;
  if (isOverdue(row, today)) return <Tag tone="bad">{words.overdue(day)}</Tag>;
  return <Tag icon={Hourglass}>{words.due(day)}</Tag>;
}

/** How it ended, or that nothing is decided; and whether it is closed. */
export function OutcomeTag({ row }: { row: Pick<CaseRow, "decision" | "closedAt"> }) {
  const words = useMessages().cases;
  if (row.decision === null) return <Tag tone="warn">{words.undecided}</Tag>;
  return (
    <>
      <Tag icon={Check}>{words.decisions[row.decision]}</Tag>{" "}
      {row.closedAt !== null && <Tag tone="ok">{words.closed}</Tag>}
    </>
  );
}
