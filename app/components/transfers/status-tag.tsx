import { Ban, Check, Truck } from "lucide-react";
import type { TransferStatus } from "#db/vocabulary";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

const looks = {
  sent: { tone: "out", icon: Truck },
  received: { tone: "ok", icon: Check },
  cancelled: { tone: "plain", icon: Ban },
} as const satisfies Record<TransferStatus, { tone: Tone; icon: typeof Ban }>;

export function TransferTag({ status }: { status: TransferStatus }) {
  const { statuses } = useMessages().transfers;
  return <Tag {...looks[status]}>{statuses[status]}</Tag>;
}
