import { Check, Hourglass, Undo2 } from "lucide-react";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import type { NeedStatus } from "#db/vocabulary";
import { formatQuantity } from "#app/domain/quantity.ts";
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

const SHOWN = 3;

/** "成人尿布 120 包、口罩 2,000 只 等 5 样". */
export function Wishes({ lines }: { lines: { wish: string; quantity: bigint; unit: string }[] }) {
  const words = useMessages().needs;
  const said = lines
    .slice(0, SHOWN)
    .map(({ wish, quantity, unit }) => `${wish} ${formatQuantity(quantity, unit)}`);
  return (
    <>
      {said.join("、")} {lines.length > SHOWN && words.andMore(lines.length)}
    </>
  );
}
