import { formatPacking, formatQuantity, type Pack } from "#app/domain/quantity.ts";

/** "60x40": one label of 60 × 40 mm a page, for a thermal printer. "3x8": labels of 70 × 37 mm, 24 on an A4 sheet. */
export const stockPapers = ["60x40", "3x8"] as const;
export type StockPaper = (typeof stockPapers)[number];

/** The paper an address asks for: `?paper=3x8`; anything else is the small label. */
export const stockPaperIn = (parameters: URLSearchParams): StockPaper =>
  parameters.get("paper") === "3x8" ? "3x8" : "60x40";

interface Coded {
  /** Nine characters, as the database holds it. */
  code: string;
  /** What the QR code says: `labelUrl(publicUrl, code)`. */
  url: string;
}

/** Goods: what is in a box, or one lot that stands loose. A box of several lots names its items only. */
export interface GoodsLabel extends Coded {
  kind: "goods";
  item: string;
  specification?: string;
  lotNumber?: string;
  /** "YYYY-MM-DD"; of several lots the first. */
  expiresOn?: string;
  /** Base units; absent on a lot's label and on a box of several lots. */
  quantity?: { amount: bigint; unit: string; pack?: Pack };
  /** How many lots are in the box, when it is more than one. */
  lots?: number;
  /** Whom the goods are only for, as a phrase: "只给 洋泾街道". */
  restriction?: string;
  place?: string;
}

/** A box nobody has opened yet. */
export interface UnknownLabel extends Coded {
  kind: "unknown";
  note?: string;
  weightGrams?: number;
  place?: string;
}

export interface PalletLabel extends Coded {
  kind: "pallet";
  boxes: number;
  place?: string;
}

export interface BinLabel extends Coded {
  kind: "bin";
  name: string;
  warehouse: string;
  zone?: string;
}

/** Not stuck on anything yet: with lines to write on. */
export interface BlankLabel extends Coded {
  kind: "blank";
}

/** A small label of the warehouse. Never the donor: boxes pass many eyes. */
export type StockLabel = GoodsLabel | UnknownLabel | PalletLabel | BinLabel | BlankLabel;

/** The words on paper: Chinese first, small English beside it. PDF and HTML say the same. */
export const stockWords = {
  lot: { zh: "批号", en: "Lot" },
  expires: { zh: "有效期至", en: "Exp." },
  unknown: { zh: "还没点的箱子", en: "Not counted yet" },
  labelledFirst: { zh: "先贴码，后登记", en: "Labelled first, counted later" },
  pallet: { zh: "托盘", en: "Pallet" },
  warehouse: { zh: "仓库", en: "Warehouse" },
  zone: { zh: "区", en: "Zone" },
  item: { zh: "物资", en: "Item" },
  quantity: { zh: "数量", en: "Qty" },
  day: { zh: "日期", en: "Date" },
  wholeLot: { zh: "散放，数量看货", en: "Loose: count what is there" },
  notForSale: { zh: "捐赠物资·非卖品", en: "Donated, not for sale" },
} as const;

/** What the middle of a label says, in the order it is read: a title, lines under it, and how much. */
export interface StockCells {
  title: string;
  subtitle?: string;
  lot?: string;
  expiry?: string;
  /** "3 箱 × 2,000 只", and what it comes to. */
  packing?: string;
  total?: string;
}

/** The cells of everything that is neither blank nor a bin. */
export function stockCells(label: GoodsLabel | UnknownLabel | PalletLabel): StockCells {
  if (label.kind === "pallet") {
    return {
      title: `${stockWords.pallet.zh} ${stockWords.pallet.en}`,
      total: formatQuantity(BigInt(label.boxes), "箱"),
    };
  }
  if (label.kind === "unknown") {
    const { note, weightGrams } = label;
    return {
      title: stockWords.unknown.zh,
      subtitle: note ?? stockWords.unknown.en,
      packing: stockWords.labelledFirst.zh,
      ...(weightGrams !== undefined && { total: `约 ${kilograms(weightGrams)} kg` }),
    };
  }
  return {
    title: label.item,
    ...(label.specification && { subtitle: label.specification }),
    ...(label.lots === undefined && { lot: label.lotNumber ?? "—" }),
    expiry: label.expiresOn ?? "—",
    ...quantityCells(label),
  };
}

function quantityCells({ quantity, lots }: GoodsLabel): Pick<StockCells, "packing" | "total"> {
  if (lots !== undefined) return { packing: "混装，见箱内清单 Mixed, see list", total: `${lots} 批` };
  if (!quantity) return { packing: `${stockWords.wholeLot.zh} ${stockWords.wholeLot.en}` };
  const { amount, unit, pack } = quantity;
  const packing = formatPacking(amount, unit, pack);
  return { ...(packing && { packing }), total: formatQuantity(amount, unit) };
}

/** "14", "0.5": what a hand scale shows. */
function kilograms(grams: number): string {
  return String(Math.round(grams / 100) / 10);
}
