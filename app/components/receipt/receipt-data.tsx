import { lineToCount } from "#app/domain/deliveries/counted-form.ts";
import type { DoorDelivery } from "#app/domain/deliveries/find-by-code.server.ts";

/** What the script of the page knows of a delivery; quantities are text, in base units. */
export interface DeliveryData {
  code: string;
  number: string;
  site: string;
  organization: string;
  boxes: number;
  /** `toCome` is what is counted: all of it when somebody signed before. */
  lines: {
    n: number;
    item: string;
    specification: string | null;
    unit: string;
    partly: string;
    toCome: string;
    packSize: string | null;
  }[];
}

/** The delivery as data in the page: its script counts and words with it, also when the page comes from the phone's cache. */
export function ReceiptData({ delivery }: { delivery: DoorDelivery }) {
  const { code, number, site, organization, boxes, status } = delivery;
  const lines = delivery.lines.map((line) => ({
    n: line.n,
    item: line.item,
    specification: line.specification,
    unit: line.unit,
    partly: String(status === "confirmed" ? 0n : line.partly),
    toCome: String(lineToCount(line, status).quantity),
    packSize: line.packSize === null ? null : String(line.packSize),
  }));
  const known: DeliveryData = { code, number, site, organization, boxes, lines };
  return (
    <script
      type="application/json"
      data-delivery
      dangerouslySetInnerHTML={{ __html: JSON.stringify(known).replaceAll("<", "\\u003c") }}
    />
  );
}
