import type { AgreedLine } from "../receipts/agreed-text.ts";
import { DomainError } from "../errors.ts";
import type { DoorSentLine } from "./lock-by-code.server.ts";
import type { ConfirmDelivery } from "./schema.ts";
import { leftToCome, settle, type Settlement, settlePart, type Verdict } from "./settle.ts";

type Said = Pick<ConfirmDelivery, "lines" | "part">;

/** What a signing means for every line of a delivery, or why it cannot be: which line, and what of it. */
export function settleAll(lines: readonly DoorSentLine[], said: Said): Settlement[] | DomainError {
  if (said.part && lines.every((line) => leftToCome(line) === 0n))
    return new DomainError("parts_complete", {});
  if (said.part && said.lines.length === 0) return new DomainError("part_empty", {});
  const counts = new Map(said.lines.map((line) => [line.n, { ...line, damaged: line.damaged ?? 0n }]));
  const settled: Settlement[] = [];
  for (const line of lines) {
    const verdict = (said.part ? settlePart : settle)(line, counts.get(line.n));
    if (!verdict.ok) return refusalOf(verdict, line, said);
    settled.push(verdict.settlement);
    counts.delete(line.n);
  }
  const [stranger] = counts.keys();
  if (stranger !== undefined) return wrongField(said, stranger, "n", "line_unknown");
  const isEmpty = said.part && settled.every(({ good, damaged }) => good + damaged === 0n);
  return isEmpty ? new DomainError("part_empty", {}) : settled;
}

function refusalOf(verdict: Verdict & { ok: false }, line: DoorSentLine, said: Said): DomainError {
  if ("field" in verdict) return wrongField(said, line.n, verdict.field, verdict.message);
  const { item, unit } = line;
  return new DomainError("more_than_to_come", {
    item,
    unit,
    counted: `${verdict.counted}`,
    left: `${verdict.left}`,
  });
}

function wrongField({ lines }: Said, n: number, field: string, message: string): DomainError {
  const index = lines.findIndex((line) => line.n === n);
  return new DomainError("invalid", { fields: { [`lines.${index}.${field}`]: message } });
}

/** The lines as if nothing had come in parts: how somebody counts them who sees everything at once. */
export const asWhole = (lines: readonly DoorSentLine[]): DoorSentLine[] =>
  lines.map((line) => ({ ...line, came: { good: 0n, damaged: 0n } }));

/** The lines after a part came. */
export const afterPart = (lines: readonly DoorSentLine[], settled: readonly Settlement[]): DoorSentLine[] =>
  lines.map((line, i) => {
    const { good, damaged } = settled[i]!;
    return { ...line, came: { good: line.came.good + good, damaged: line.came.damaged + damaged } };
  });

/** What the last signing makes of the lines together with the parts before it. */
export const withParts = (lines: readonly DoorSentLine[], settled: readonly Settlement[]): Settlement[] =>
  settled.map((line, i) => {
    const { good, damaged } = lines[i]!.came;
    return { ...line, good: line.good + good, damaged: line.damaged + damaged };
  });

/** The lines as the words that are signed for name them. */
export const agreedLines = (lines: readonly DoorSentLine[], settled: readonly Settlement[]): AgreedLine[] =>
  lines.map(({ item, specification, unit, came }, i) => {
    const { good, short, damaged, extra } = settled[i]!;
    return { item, specification, unit, good, short, damaged, extra, before: came.good };
  });
