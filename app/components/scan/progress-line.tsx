import type { ScanProgress } from "#app/domain/boxes/scan-progress.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** How far the work is, and where to go next. */
export function ProgressLine({ progress }: { progress: ScanProgress }) {
  const words = useMessages().scan;
  if (progress.kind === "none") return null;
  const counted = "done" in progress ? { done: progress.done, of: progress.of } : null;
  const share = counted?.of ? Math.min(1, counted.done / counted.of) : 0;
  return (
    <div className="scan-progress">
      <div className="scan-count">
        <span>{lineOf(progress, words)}</span>
        {counted && (
          <span className="num">
            <b>{counted.done.toLocaleString("en")}</b>
            {counted.of !== null && ` / ${counted.of.toLocaleString("en")}`}
          </span>
        )}
      </div>
      {counted?.of ? (
        <div className="scan-bar" aria-hidden>
          <i style={{ width: `${share * 100}%` }} />
        </div>
      ) : null}
    </div>
  );
}

type Words = ReturnType<typeof useMessages>["scan"];
type Shown = Exclude<ScanProgress, { kind: "none" }>;

function lineOf(progress: Shown, { progress: words, choose, place }: Words) {
  switch (progress.kind) {
    case "receive": {
      const { donor, number, expectedBoxes } = progress.consignment;
      return words.consignment(donor ?? (number || choose.unannouncedName), expectedBoxes);
    }
    case "putAway":
      return words.atDock(progress.left);
    case "pick": {
      const { next } = progress;
      if (next === null) return words.allPicked;
      const { item, left, unit, expiresOn } = next;
      return (
        <>
          {words.next(place(next.place))} <b>{item}</b> {formatQuantity(left, unit)}
          {expiresOn && ` · ${words.first}`}
        </>
      );
    }
    case "load":
      return words.load(progress.delivery.number, progress.delivery.site);
    case "count":
      return words.bin(place(progress.place), progress.of);
  }
}
