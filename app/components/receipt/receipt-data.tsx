import type { DoorDelivery } from "#app/domain/deliveries/find-by-code.server.ts";

/** What the script of the page knows of a delivery; quantities are text, in base units. */
export interface DeliveryData {
  code: string;
  number: string;
  site: string;
  organization: string;
  boxes: number;
  lines: {
    n: number;
    item: string;
    specification: string | null;
    unit: string;
    quantity: string;
    packSize: string | null;
  }[];
}

/** The delivery as data in the page: its script counts and words with it, also when the page comes from the phone's cache. */
export function ReceiptData({ delivery }: { delivery: DoorDelivery }) {
  const { code, number, site, organization, boxes } = delivery;
  const lines = delivery.lines.map(({ n, item, specification, unit, quantity, packSize }) => ({
    n,
    item,
    specification,
    unit,
    quantity: String(quantity),
    packSize: packSize === null ? null : String(packSize),
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
