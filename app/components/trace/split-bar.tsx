import { formatQuantity } from "#app/domain/quantity.ts";
import { formatShare } from "#app/domain/trace/share-of-pool.ts";
import type { Stage } from "#app/domain/trace/stage.ts";
import type { TracedLot } from "#app/domain/trace/trace.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const parts: readonly { name: string; of: readonly Stage[] }[] = [
  { name: "part-confirmed", of: ["handed_on", "confirmed"] },
  { name: "part-moving", of: ["on_road", "packed"] },
  { name: "part-stock", of: ["stored", "received", "held", "between"] },
  { name: "part-missing", of: ["in_question", "lost"] },
];

/** Where a lot went, as one bar under its sum; read aloud as the same amounts. Nothing for what was never whole. */
export function SplitBar({ lot }: { lot: TracedLot }) {
  const { trace } = useMessages();
  const { given, unit, stages } = lot;
  if (given <= 0n || stages.lost < 0n) return null;
  const shown = parts
    .map(({ name, of }) => ({ name, amount: of.reduce((sum, stage) => sum + stages[stage], 0n) }))
    .filter(({ amount }) => amount > 0n);
  const said = (Object.keys(stages) as Stage[])
    .filter((stage) => stages[stage] > 0n)
    .map((stage) => `${trace.stages[stage]} ${formatQuantity(stages[stage], unit)}`);
  return (
    <div className="split" role="img" aria-label={trace.sum.split(said.join(trace.comma))}>
      {shown.map(({ name, amount }) => (
        <i key={name} className={name} style={{ width: `max(4px, ${formatShare(amount, given)})` }} />
      ))}
    </div>
  );
}
