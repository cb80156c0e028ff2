import { Clock, Undo2 } from "lucide-react";
import { Tag } from "#app/components/ui/tag.tsx";
import type { PledgeState } from "#app/domain/pledges/state.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** How a promise stands, in a word. */
export function PledgeTag({ state, daysOverdue }: { state: PledgeState; daysOverdue: number }) {
  const { states, overdueBy } = useMessages().pledges;
  switch (state) {
    case "overdue":
      return <Tag tone="warn">{overdueBy(daysOverdue)}</Tag>;
    case "arrived":
      return <Tag tone="ok">{states.arrived}</Tag>;
    case "withdrawn":
      return <Tag icon={Undo2}>{states.withdrawn}</Tag>;
    case "open":
    case "partial":
      return <Tag icon={Clock}>{states[state]}</Tag>;
  }
}
