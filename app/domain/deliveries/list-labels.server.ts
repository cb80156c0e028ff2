import type { MemberActor } from "../actor.ts";
import { labelUrl } from "../code.ts";
import { refuse } from "../errors.ts";
import type { DeliveryLabel, DeliveryLabelLine } from "../labels/delivery-label.ts";
import { getDelivery, type Line } from "./get.server.ts";

/**
 * The labels of a delivery, one a box, for PDF and print page alike. A cancelled delivery has
 * none. Labels are Chinese first, whatever the reader's language.
 */
export async function listLabels(
  actor: MemberActor,
  deliveryId: string,
  publicUrl: string,
): Promise<DeliveryLabel[]> {
  const delivery = await getDelivery(actor, deliveryId);
  if (delivery.status === "cancelled") refuse("delivery_cancelled", {});
  const restrictions = new Set(
    delivery.lines.flatMap(({ picks }) => picks.flatMap(({ restriction }) => restriction ?? [])),
  );
  const label: Omit<DeliveryLabel, "boxNumber"> = {
    number: delivery.number,
    code: delivery.code,
    url: labelUrl(publicUrl, delivery.code),
    organization: delivery.organization,
    ...(delivery.hotline && { hotline: delivery.hotline }),
    township: delivery.township,
    site: delivery.site,
    ...(delivery.address && { address: delivery.address }),
    boxCount: delivery.boxes,
    lines: delivery.lines.map(labelLine),
    ...(restrictions.size > 0 && { restriction: `只给 ${[...restrictions].join("、")}` }),
    dispatchBy: delivery.plannedOn,
  };
  return Array.from({ length: delivery.boxes }, (_, box) => ({ ...label, boxNumber: box + 1 }));
}

/** A line picked from one lot shows it; from several, the lots are on the list inside. */
function labelLine(line: Line): DeliveryLabelLine {
  const [lot, ...others] = line.picks;
  const single = others.length === 0 ? lot : undefined;
  return {
    item: line.item,
    quantity: line.quantity,
    unit: line.unit,
    ...(line.packName && line.packSize && { pack: { name: line.packName, size: line.packSize } }),
    ...(single?.lotNumber && { lotNumber: single.lotNumber }),
    ...(single?.expiresOn && { expiresOn: single.expiresOn }),
  };
}
