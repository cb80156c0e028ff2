import { Ban, Check, PackageCheck, Truck } from "lucide-react";
import type { DeliveryStatus } from "#db/vocabulary";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

const looks = {
  planned: { tone: "in", icon: PackageCheck },
  dispatched: { tone: "out", icon: Truck },
  confirmed: { tone: "ok", icon: Check },
  cancelled: { tone: "plain", icon: Ban },
} as const satisfies Record<DeliveryStatus, { tone: Tone; icon: typeof Ban }>;

export function StatusTag({ status }: { status: DeliveryStatus }) {
  const { statuses } = useMessages().deliveries;
  return <Tag {...looks[status]}>{statuses[status]}</Tag>;
}
