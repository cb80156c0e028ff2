import { formatDate } from "#app/domain/dates.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { TracedCase } from "#app/domain/trace/trace.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** Problems, as openly as successes: what is missing, until when somebody answers, what became of it. `named` says which thing. */
export function CaseList(props: { cases: readonly TracedCase[]; today: string; named: boolean }) {
  const { cases, today, named } = props;
  const { cases: words } = useMessages().trace;
  const locale = useLocale();
  return (
    <>
      {cases.map((each) => (
        <p key={`${each.number} ${each.item}`} className={each.decision === null ? "text-bad" : undefined}>
          {words.what(
            each.number,
            words.kinds[each.kind],
            named
              ? `${each.item} ${formatQuantity(each.quantity, each.unit)}`
              : formatQuantity(each.quantity, each.unit),
          )}{" "}
          {each.decision !== null
            ? words.decisions[each.decision]
            : each.dueOn < today
              ? words.overdue(formatDate(each.dueOn, locale))
              : words.open(formatDate(each.dueOn, locale))}{" "}
          {each.replacement !== null &&
            words.replacement(each.replacement.number, words.replacementStands[each.replacement.status])}{" "}
          {each.closedAt !== null && words.closed(formatDate(each.closedAt, locale))}
        </p>
      ))}
    </>
  );
}
