import { Pack } from "#app/components/ui/pack.tsx";
import { Sum, type SumRow } from "#app/components/ui/sum.tsx";
import { formatFullDate } from "#app/domain/dates.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { type Stage, stages } from "#app/domain/trace/stage.ts";
import type { TracedLot } from "#app/domain/trace/trace.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { SplitBar } from "./split-bar.tsx";

/** One lot: how much it was, and all the places it went to as one sum. */
export function TracedGoods({ lot, alone }: { lot: TracedLot; alone: boolean }) {
  const words = useMessages().trace.sum;
  const locale = useLocale();
  const facts = [
    lot.specification,
    lot.lotNumber && words.lot(lot.lotNumber),
    lot.expiresOn && words.expires(formatFullDate(lot.expiresOn, locale)),
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <div className="grid gap-3">
      <p>
        {!alone && (
          <>
            <b lang="zh-CN">{lot.item}</b>{" "}
          </>
        )}
        <Pack quantity={lot.given} unit={lot.unit} pack={lot.pack} />
      </p>
      {facts.length > 0 && <p className="text-ink-2">{facts.join(" · ")}</p>}
      <LotSum lot={lot} />
      <SplitBar lot={lot} />
      {lot.inKits > 0n && <p className="text-ink-2">{words.inKits(formatQuantity(lot.inKits, lot.unit))}</p>}
    </div>
  );
}

/** From where it should end to where it is: what reached people stands on top. */
const order: readonly Stage[] = [...stages.slice(0, 8).toReversed(), "in_question", "lost"];

const tones: Partial<Record<Stage, SumRow["tone"]>> = {
  handed_on: "ok",
  confirmed: "ok",
  on_road: "out",
  in_question: "bad",
  lost: "bad",
};

function LotSum({ lot }: { lot: TracedLot }) {
  const { sum: words, stages: names } = useMessages().trace;
  const rows = order
    .filter((stage) => lot.stages[stage] !== 0n)
    .map((stage, at): SumRow => {
      const value = lot.stages[stage];
      if (value < 0n) return { op: "−", label: words.found, value: -value };
      return { op: at === 0 ? undefined : "+", label: names[stage], value, tone: tones[stage] };
    });
  return (
    <Sum
      label={words.label(lot.item)}
      rows={rows}
      total={{ label: words.total, value: lot.given }}
      measure={{ kind: "quantity", unit: lot.unit }}
    />
  );
}
