import { formatDay } from "#app/domain/dates.ts";
import { formatPacking, formatQuantity, type Pack } from "#app/domain/quantity.ts";

/** "100x150": one carton label of 100 × 150 mm a page. "a4": smaller labels of 105 × 74.25 mm, 2 × 4 on a sheet. */
export type LabelFormat = "100x150" | "a4";

export type DeliveryLabelLine = {
  item: string;
  specification?: string;
  quantity: bigint;
  unit: string;
  pack?: Pack;
  lotNumber?: string;
  /** "YYYY-MM-DD" */
  expiresOn?: string;
};

/** What is printed on one box of a delivery. Never the donor, and never the code that the receiver signs with. */
export type DeliveryLabel = {
  number: string;
  /** Nine characters, as the database holds it. */
  code: string;
  /** What the QR code says: `labelUrl(publicUrl, code)`. */
  url: string;
  organization: string;
  hotline?: string;
  township: string;
  site: string;
  address?: string;
  boxNumber: number;
  boxCount: number;
  lines: DeliveryLabelLine[];
  /** Whom the goods are only for, as a phrase: "只给 洋泾街道". */
  restriction?: string;
  /** The last day to send it, "YYYY-MM-DD". */
  dispatchBy?: string;
};

/** The words on paper: Chinese first, small English beside it. PDF and HTML say the same. */
export const labelWords = {
  title: { zh: "捐赠物资送货单", en: "Donated supplies, delivery note" },
  to: { zh: "收货", en: "To" },
  restricted: { zh: "限定", en: "Restricted" },
  number: { zh: "送货单号", en: "No." },
  scan: { zh: "微信扫一扫签收，不用登录。", en: "Scan to sign, no account needed." },
  scanShort: { zh: "扫码签收", en: "Scan to sign for it" },
  pin: { zh: "签收码在收货人手里。", en: "The receiver has the PIN." },
  scanFails: { zh: "扫不了？打开", en: "No camera? Open" },
  typeCode: { zh: "输入上面的编号。", en: "and type the code above." },
  item: { zh: "物资", en: "Item" },
  lot: { zh: "批号 有效期", en: "Lot, exp." },
  quantity: { zh: "数量", en: "Quantity" },
  carrierSigns: { zh: "送货人签字 / 时间", en: "Carrier, time" },
  receiverSigns: {
    zh: "没信号时，收货人在这里签字并写实收数",
    en: "No signal: receiver signs, writes what came",
  },
  notForSale: { zh: "捐赠物资·非卖品", en: "Donated, not for sale" },
  hotline: { zh: "电话", en: "Tel." },
} as const;

/** "第 1/3 箱" and "Box 1 of 3". */
export function boxWords(label: DeliveryLabel): { zh: string; en: string } {
  return {
    zh: `第 ${label.boxNumber}/${label.boxCount} 箱`,
    en: `Box ${label.boxNumber} of ${label.boxCount}`,
  };
}

/** "5月13日前发出 / Send by 13 May". */
export function dispatchWords(dispatchBy: string): string {
  return `最晚 ${formatDay(dispatchBy, "zh-CN")} 发出 Send by ${formatDay(dispatchBy, "en")}`;
}

/** "另有 3 行见清单" and "3 more on the list". */
export function moreWords(hidden: number): { zh: string; en: string } {
  return { zh: `另有 ${hidden} 行见清单`, en: `${hidden} more on the list` };
}

/** Where to type the code when the camera fails: "jieli.example/q". */
export function typingAddress(url: string): string {
  return `${new URL(url).host}/q`;
}

/** The cells of a line: item and specification, lot and expiry, total and how it is packed. */
export function lineCells(line: DeliveryLabelLine) {
  return {
    item: line.item,
    specification: line.specification,
    lot: line.lotNumber ?? "—",
    expiry: line.expiresOn,
    total: formatQuantity(line.quantity, line.unit),
    packing: formatPacking(line.quantity, line.unit, line.pack),
  };
}
