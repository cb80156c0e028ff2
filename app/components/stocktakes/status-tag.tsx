import { Ban, Check, ClipboardCheck } from "lucide-react";
import type { StocktakeStatus } from "#db/vocabulary";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

const looks = {
  counting: { tone: "in", icon: ClipboardCheck },
  approved: { tone: "ok", icon: Check },
  cancelled: { tone: "plain", icon: Ban },
} as const satisfies Record<StocktakeStatus, { tone: Tone; icon: typeof Ban }>;

export function StocktakeTag({ status }: { status: StocktakeStatus }) {
  const { statuses } = useMessages().stocktakes;
  return <Tag {...looks[status]}>{statuses[status]}</Tag>;
}
