import { Check, Repeat, Undo2, X } from "lucide-react";
import { formatCode } from "#app/domain/code.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { ScanGoods } from "#app/domain/boxes/scan-context.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { clockTime } from "./clock.ts";
import { isUndoable, type RunLine } from "./run-line.ts";
import { sentences } from "./say.ts";
import type { StationState } from "./station-state.ts";

const icons = { right: Check, wrong: X, already: Repeat } as const;

/** What was just scanned, the last on top; each can be taken back. */
export function RunList({ state, undo }: { state: StationState; undo: (line: RunLine) => void }) {
  const messages = useMessages();
  const words = messages.scan.run;
  const waiting = new Set(
    state.acts.filter((act) => act.state === "waiting").map(({ requestId }) => requestId),
  );
  return (
    <section className="scan-run" aria-label={words.label}>
      {state.run.length === 0 && <p className="scan-muted">{words.empty}</p>}
      <ul>
        {state.run.map((line) => {
          const Icon = icons[line.tone];
          const notes = [
            clockTime(line.at),
            line.undone && words.undone,
            line.tone === "wrong" && words.notBooked,
            line.tone === "already" && words.notTwice,
            line.kept.some(({ requestId }) => waiting.has(requestId)) && words.waiting,
            ...facts(line.goods, words),
          ];
          return (
            <li key={line.id} className={line.undone ? "scan-undone" : undefined}>
              <span
                className={line.tone === "right" ? "scan-y" : line.tone === "wrong" ? "scan-n" : "scan-amber"}
              >
                <Icon aria-hidden />
              </span>
              <span>
                {line.code !== null && (
                  <span className="code" translate="no">
                    {formatCode(line.code)}
                  </span>
                )}{" "}
                {line.tone === "right" ? goodsWords(line, words) : sentences(messages, line.says).title}
                <small>{notes.filter(Boolean).join(" · ")}</small>
              </span>
              {isUndoable(state.run, line) && (
                <Button
                  type="button"
                  icon={Undo2}
                  aria-label={words.undoOf(line.code ?? "")}
                  onClick={() => undo(line)}
                >
                  {words.undo}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Words = ReturnType<typeof useMessages>["scan"]["run"];

function goodsWords({ goods, kept }: RunLine, words: Words): string {
  const boxes = kept.filter(({ act }) => act.verb === "box.move" || act.verb === "box.nest").length;
  if (boxes > 1) return words.boxes(boxes);
  if (goods.length === 0) return words.unknown;
  return goods
    .map(({ item, quantity, unit }) => `${item} ${formatQuantity(BigInt(quantity), unit)}`)
    .join(" + ");
}

function facts([goods]: readonly ScanGoods[], words: Words): string[] {
  return [
    ...(goods?.lotNumber ? [words.lot(goods.lotNumber)] : []),
    ...(goods?.expiresOn ? [words.expires(goods.expiresOn)] : []),
  ];
}
