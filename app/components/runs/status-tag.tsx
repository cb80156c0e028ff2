import { Ban, CalendarClock, Check, Truck } from "lucide-react";
import type { RunStatus } from "#db/vocabulary";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

const looks = {
  planned: { tone: "in", icon: CalendarClock },
  on_road: { tone: "out", icon: Truck },
  done: { tone: "ok", icon: Check },
  cancelled: { tone: "plain", icon: Ban },
} as const satisfies Record<RunStatus, { tone: Tone; icon: typeof Ban }>;

export function RunTag({ status }: { status: RunStatus }) {
  const { statuses } = useMessages().runs;
  return <Tag {...looks[status]}>{statuses[status]}</Tag>;
}
