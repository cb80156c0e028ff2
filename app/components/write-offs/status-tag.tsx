import { Ban, Check, Hourglass } from "lucide-react";
import type { WriteOffStatus } from "#db/vocabulary";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

const looks = {
  requested: { tone: "warn", icon: Hourglass },
  approved: { tone: "ok", icon: Check },
  rejected: { tone: "plain", icon: Ban },
} as const satisfies Record<WriteOffStatus, { tone: Tone; icon: typeof Ban }>;

export function WriteOffTag({ status, takenBack }: { status: WriteOffStatus; takenBack: boolean }) {
  const words = useMessages().writeOffs;
  return (
    <>
      <Tag {...looks[status]}>{words.statuses[status]}</Tag> {takenBack && <Tag>{words.takenBack}</Tag>}
    </>
  );
}
