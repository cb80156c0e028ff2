import { Clock } from "lucide-react";
import { Pack } from "#app/components/ui/pack.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatDate, formatDateTime, formatTime } from "#app/domain/dates.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { Drop, DropLine, TracedCase } from "#app/domain/trace/trace.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { CaseList } from "./case-list.tsx";
import { PublicPhotos } from "./public-photos.tsx";

/** What is known by its day alone, from a paper list, is kept as the day's beginning. */
const MIDNIGHT = "00:00";

/** One delivery with goods of the gift: where, how much, who signed by post, photos, and what was wrong with it. */
export function DropCard(props: { drop: Drop; cases: readonly TracedCase[]; today: string }) {
  const { drop } = props;
  const words = useMessages().trace.drop;
  const locale = useLocale();
  const when = (at: Date) =>
    formatTime(at) === MIDNIGHT ? formatDate(at, locale) : formatDateTime(at, locale);
  return (
    <div className="drop">
      <h4>
        <span lang="zh-CN">
          {drop.township} · {drop.site}
        </span>
        <DropTag drop={drop} />
      </h4>
      {drop.lines.map((line) => (
        <p key={line.item}>
          {drop.lines.length > 1 && <span lang="zh-CN">{line.item} </span>}
          <Pack quantity={line.quantity} unit={line.unit} pack={line.pack} />
        </p>
      ))}
      {drop.status === "planned" && <p>{words.plannedOn(formatDate(drop.plannedOn, locale))}</p>}
      {drop.status === "dispatched" && drop.dispatchedAt && (
        <p>
          {words.leftAt(when(drop.dispatchedAt))}
          {drop.arrivesAt && ` · ${words.arrivesAt(when(drop.arrivesAt))}`}
        </p>
      )}
      {drop.confirmedAt && <p>{words.signed(when(drop.confirmedAt), drop.receiverPost)}</p>}
      {drop.lines.map((line) => (
        <LineNote key={line.item} drop={drop} line={line} />
      ))}
      <CaseList cases={props.cases} today={props.today} named={drop.lines.length > 1} />
      <PublicPhotos photos={drop.photos} label={words.photo} />
    </div>
  );
}

function LineNote({ drop, line }: { drop: Drop; line: DropLine }) {
  const words = useMessages().trace.drop;
  const named = (amount: bigint) =>
    drop.lines.length > 1
      ? `${line.item} ${formatQuantity(amount, line.unit)}`
      : formatQuantity(amount, line.unit);
  return (
    <>
      {line.good > 0n && line.good < line.quantity && <p>{words.good(named(line.good))}</p>}
      {line.handedOn > 0n && <p>{words.handedOn(named(line.handedOn))}</p>}
    </>
  );
}

function DropTag({ drop: { status, lines } }: { drop: Drop }) {
  const { drop: words, comma } = useMessages().trace;
  const missing = lines.filter(({ quantity, good }) => good < quantity);
  switch (status) {
    case "planned":
      return <Tag icon={Clock}>{words.planned}</Tag>;
    case "dispatched":
      return lines.some(({ good }) => good > 0n) ? (
        <Tag tone="warn">{words.partly}</Tag>
      ) : (
        <Tag tone="out">{words.onRoad}</Tag>
      );
    case "cancelled":
      return <Tag tone="warn">{words.calledOff}</Tag>;
    case "confirmed":
      if (missing.length === 0) return <Tag tone="ok">{words.all}</Tag>;
      return (
        <Tag tone="bad">
          {words.short(
            missing.map(({ quantity, good, unit }) => formatQuantity(quantity - good, unit)).join(comma),
          )}
        </Tag>
      );
  }
}
