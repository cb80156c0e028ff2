import type { Consignment } from "#app/domain/consignments/get.server.ts";
import { formatFullDate } from "#app/domain/dates.ts";
import { formatPacks, formatQuantity } from "#app/domain/quantity.ts";
import { packOf } from "#app/components/stock/lot-facts.tsx";
import type { Messages } from "#app/i18n/messages.ts";
import type { Locale } from "#db/vocabulary";

/** What the donor is told, ready to copy: what was received, and what was refused or held back and why. */
export function donorLetter(consignment: Consignment, { consignments }: Messages, locale: Locale): string {
  const { paper, refuse } = consignments;
  const day = formatFullDate(consignment.checkedAt ?? consignment.arrivedAt ?? consignment.createdAt, locale);
  const unknown = consignment.boxes.filter((box) => box.unknown).length;
  const received = consignment.lines.filter(({ counted }) => counted > 0n);
  const refused = consignment.refusals.map(({ item, quantity, unit, action, reason, note }) =>
    paper.refusedLine(
      item,
      formatQuantity(quantity, unit),
      refuse.done[action],
      [refuse.reasons[reason], note].filter(Boolean).join(" · "),
    ),
  );
  return [
    paper.dear(consignment.donor ?? paper.anonymous),
    paper.thanks(consignment.number, day, consignment.warehouse),
    ...received.map((line) => paper.line(line.item, formatPacks(line.accepted, line.unit, packOf(line)))),
    ...(refused.length > 0 ? [paper.refusedHead, ...refused] : []),
    ...(unknown > 0 ? [paper.unknown(unknown)] : []),
    ...(consignment.status === "counting" ? [paper.notYet] : []),
    paper.close(consignment.organization, consignment.hotline),
  ].join("\n");
}
