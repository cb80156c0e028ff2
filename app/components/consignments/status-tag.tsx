import { Ban, Check, ClipboardList, Clock } from "lucide-react";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import type { ConsignmentStatus } from "#db/vocabulary";
import { useMessages } from "#app/i18n/provider.tsx";

const looks = {
  expected: { tone: "plain", icon: Clock },
  counting: { tone: "in", icon: ClipboardList },
  received: { tone: "ok", icon: Check },
  cancelled: { tone: "plain", icon: Ban },
} as const satisfies Record<ConsignmentStatus, { tone: Tone; icon: typeof Ban }>;

export function StatusTag({ status }: { status: ConsignmentStatus }) {
  const { statuses } = useMessages().consignments;
  return <Tag {...looks[status]}>{statuses[status]}</Tag>;
}
