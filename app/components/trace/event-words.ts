import { formatYuan } from "#app/domain/money.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { TraceEvent } from "#app/domain/trace/events.ts";
import type { DropLine } from "#app/domain/trace/trace.ts";
import type { Messages } from "#app/i18n/messages.ts";

/** One thing that happened, as a sentence. */
export function eventWords(event: TraceEvent, { trace }: Pick<Messages, "trace">): string {
  const { events: words, cases } = trace;
  switch (event.kind) {
    case "promised":
      return words.promised();
    case "received":
      return event.amountFen === null
        ? words.received(event.warehouse ?? "")
        : words.receivedMoney(formatYuan(event.amountFen));
    case "stored":
      return words.stored();
    case "handed_on":
      return words.handedOn();
    case "sent":
      return words.sent(
        listed(event.lines, ({ quantity }) => quantity, trace.comma),
        event.where,
      );
    case "signed":
      return words.signed(
        listed(event.lines, ({ good }) => good, trace.comma),
        event.where,
      );
    case "case_opened":
      return words.caseOpened(
        `${event.item} ${cases.kinds[event.case]} ${formatQuantity(event.quantity, event.unit)}`,
        event.number,
      );
    case "case_decided":
      return words.caseDecided(event.number, cases.decisions[event.decision]);
    case "case_closed":
      return words.caseClosed(event.number);
    case "spent":
      return words.spent(event.purpose, formatYuan(event.amountFen), formatYuan(event.shareFen));
    case "asked":
      return words.asked();
    case "answered":
      return words.answered(event.answer);
  }
}

const listed = (lines: readonly DropLine[], amount: (line: DropLine) => bigint, comma: string): string =>
  lines.map((line) => `${line.item} ${formatQuantity(amount(line), line.unit)}`).join(comma);
