import type { DistributionRow } from "../../reports/distribution.ts";
import type { ReceiptRow } from "../../reports/receipt.ts";
import type { Edition } from "../head.ts";

/** GS1 EPCIS 2.0 as JSON-LD: what came in is commissioned, what went out is shipped, what was signed for has arrived. */
export const epcisStart = ({ publishedAt }: Edition): string =>
  `{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0",` +
  `"creationDate":"${publishedAt.toISOString()}","epcisBody":{"eventList":[`;
export const EPCIS_END = "]}}\n";

/** Of goods that came in; nothing for money. */
export function epcisReceipt(row: ReceiptRow, base: string): object[] {
  if (row.kind === "money" || row.quantity === null || row.item === null) return [];
  const goods = quantity(base, row.item, row.unit, row.quantity, row.lotNumber);
  const event = {
    type: "ObjectEvent",
    ...moment(row.on),
    bizTransactionList: [{ type: "recadv", bizTransaction: `${base}/find?q=${row.giftNumber ?? ""}` }],
    quantityList: [goods],
  };
  return row.takenBack
    ? [{ ...event, action: "OBSERVE", bizStep: "void_shipping", disposition: "returned" }]
    : [{ ...event, action: "ADD", bizStep: "commissioning", disposition: "active" }];
}

/** Of goods that went out, and of what was signed for in good state; nothing for payments. */
export function epcisDistribution(row: DistributionRow, base: string): object[] {
  if (row.kind !== "goods" || row.quantity === null || row.item === null) return [];
  const paper = `${base}/find?q=${row.number}`;
  const of = (amount: bigint) => [quantity(base, row.item ?? "", row.unit, amount, null)];
  const shipped = {
    type: "ObjectEvent",
    ...moment(row.on),
    action: "OBSERVE",
    bizStep: row.takenBack ? "void_shipping" : "shipping",
    disposition: row.takenBack ? "available" : "in_transit",
    bizTransactionList: [{ type: "desadv", bizTransaction: paper }],
    quantityList: of(row.quantity),
  };
  if (row.confirmedAt === null || row.good === null || row.good === 0n) return [shipped];
  return [
    shipped,
    {
      type: "ObjectEvent",
      eventTime: row.confirmedAt.toISOString(),
      eventTimeZoneOffset: "+08:00",
      action: "OBSERVE",
      bizStep: "arriving",
      disposition: row.good === row.quantity ? "dispensed" : "partially_dispensed",
      bizTransactionList: [{ type: "recadv", bizTransaction: paper }],
      quantityList: of(row.good),
    },
  ];
}

/** Of what was written down on paper only the day is known; it is kept as the day's first instant. */
const moment = (on: string) => ({ eventTime: `${on}T00:00:00+08:00`, eventTimeZoneOffset: "+08:00" });

/** EPCIS has no sign: what was taken back is an event of its own. */
function quantity(base: string, item: string, unit: string | null, amount: bigint, lot: string | null) {
  const address = `${base}/data/items/${encodeURIComponent(item)}${lot === null ? "" : `/${encodeURIComponent(lot)}`}`;
  return {
    epcClass: `${address}${unit === null ? "" : `?unit=${encodeURIComponent(unit)}`}`,
    quantity: Number(amount < 0n ? -amount : amount),
  };
}
