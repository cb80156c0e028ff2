import type { DifferenceReason, Locale } from "#db/vocabulary";

/** 《物资签收单》: what was sent, what was signed for and by whom, with the exact words of each signing. */
export interface ReceiptPaper {
  number: string;
  organization: string;
  hotline: string | null;
  warehouse: string;
  township: string;
  site: string;
  boxes: number;
  sentAt: Date | null;
  /** Signed for to the last, called off, or with something still to come. */
  state: "open" | "confirmed" | "cancelled";
  /** Where the page of the delivery is. */
  url: string;
  lines: PaperLine[];
  signings: PaperSigning[];
}

/** quantity − short − damaged − toCome = good, in base units. */
export interface PaperLine {
  item: string;
  specification: string | null;
  unit: string;
  quantity: bigint;
  packName: string | null;
  packSize: bigint | null;
  good: bigint;
  short: bigint;
  damaged: bigint;
  toCome: bigint;
  extra: bigint;
  reason: DifferenceReason | null;
}

export interface PaperSigning {
  n: number;
  part: boolean;
  /** Post and name as this reader may see them. */
  by: string;
  at: Date;
  locale: Locale;
  agreed: string;
  /** Strokes drawn on the glass; null when there are none, or this reader sees no names. */
  signature: string | null;
  /** There are strokes, whether this reader sees them or not. */
  signed: boolean;
}

/** The words on paper: Chinese first, small English beside it. */
export const paperWords = {
  title: { zh: "物资签收单", en: "Receipt for donated supplies" },
  number: { zh: "送货单号", en: "Delivery" },
  from: { zh: "发货机构", en: "From" },
  warehouse: { zh: "发货仓库", en: "Warehouse" },
  to: { zh: "收货", en: "To" },
  boxes: { zh: "箱数", en: "Boxes" },
  sentAt: { zh: "发出时间", en: "Sent" },
  state: { zh: "状态", en: "State" },
  states: {
    open: { zh: "还有没到的", en: "More to come" },
    confirmed: { zh: "已签收完毕", en: "Signed for" },
    cancelled: { zh: "其余已取消", en: "The rest was called off" },
  },
  sent: { zh: "应收", en: "Sent" },
  short: { zh: "短少", en: "Missing" },
  damaged: { zh: "破损", en: "Damaged" },
  toCome: { zh: "还没到", en: "Still to come" },
  calledOff: { zh: "取消未送", en: "Called off" },
  good: { zh: "实收", en: "Received" },
  extra: { zh: "另外多出", en: "Extra, besides" },
  signings: { zh: "签收", en: "Signings" },
  none: { zh: "没有在门口签收的记录。", en: "No signing at the door is on record." },
  part: { zh: "部分到货", en: "A part" },
  last: { zh: "签收完毕", en: "The last" },
  drawn: { zh: "有手写签名，发货机构可以看到。", en: "Signed by hand; the sender can see it." },
  check: { zh: "扫码核对这张单子", en: "Scan to check" },
  hotline: { zh: "电话", en: "Tel." },
  page: (n: number) => ({ zh: `第 ${n} 页`, en: `Page ${n}` }),
} as const;

/** "物资签收单-FF-2022-000001.pdf", and a plain name for old programs. */
export const paperFileName = (number: string) => ({
  name: `${paperWords.title.zh}-${number}.pdf`,
  plain: `receipt-${number.replace(/[^\w-]/g, "")}.pdf`,
});
