import { Check, Clock3, Hourglass, TriangleAlert, Undo2 } from "lucide-react";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import type { NeedStatus } from "#db/vocabulary";
import type { Urgency } from "#app/domain/needs/urgency.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const looks: Record<NeedStatus, { tone: Tone; icon?: typeof Check }> = {
  asked: { tone: "warn", icon: Hourglass },
  accepted: { tone: "in", icon: Check },
  declined: { tone: "bad" },
  withdrawn: { tone: "plain", icon: Undo2 },
  met: { tone: "ok" },
};

export function NeedTag({ status }: { status: NeedStatus }) {
  const { statuses } = useMessages().needs;
  const { tone, icon } = looks[status];
  return (
    <Tag tone={tone} icon={icon}>
      {statuses[status]}
    </Tag>
  );
}

const urgent: Record<Urgency, { tone: Tone; icon?: typeof Check }> = {
  critical: { tone: "bad", icon: TriangleAlert },
  urgent: { tone: "warn", icon: Clock3 },
  normal: { tone: "plain" },
};

/** How much it presses, by the day the site named. */
export function UrgencyTag({ urgency }: { urgency: Urgency }) {
  const { urgencies } = useMessages().needs;
  const { tone, icon } = urgent[urgency];
  return (
    <Tag tone={tone} icon={icon}>
      {urgencies[urgency]}
    </Tag>
  );
}
