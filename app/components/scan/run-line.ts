import type { Saying } from "#app/domain/boxes/saying.ts";
import type { Before, ScanAct } from "#app/domain/boxes/scan-act.ts";
import type { ScanGoods, ScanMode } from "#app/domain/boxes/scan-context.ts";

/** One line of what was just scanned. */
export interface RunLine {
  id: string;
  /** ISO instant of the phone's clock. */
  at: string;
  mode: ScanMode;
  tone: "right" | "wrong" | "already";
  code: string | null;
  says: Saying;
  goods: ScanGoods[];
  /** The acts that followed from it, for taking them back. */
  kept: { requestId: string; act: ScanAct; before: Before }[];
  undone?: true;
}

const LINES = 30;

export const withLine = (run: readonly RunLine[], line: RunLine): RunLine[] => [line, ...run].slice(0, LINES);

/** Only the last thing that was done with a box can be taken back. */
export function isUndoable(run: readonly RunLine[], line: RunLine): boolean {
  if (line.tone !== "right" || line.undone) return false;
  const touched = codesOf(line);
  const later = run.slice(0, run.indexOf(line)).filter((each) => each.tone === "right" && !each.undone);
  return !later.some((each) => codesOf(each).some((code) => touched.includes(code)));
}

const codesOf = ({ code, kept }: RunLine): string[] => [
  ...(code === null ? [] : [code]),
  ...kept.flatMap(({ act }) => ("code" in act.input ? [act.input.code] : [])),
];
