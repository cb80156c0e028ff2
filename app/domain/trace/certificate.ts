import type { Stage } from "./stage.ts";

type Words = { zh: string; en: string };

/** What 《捐赠使用证明》 says: Chinese, and small English behind it. */
export const certificateWords = {
  title: { zh: "捐赠使用证明", en: "Certificate of use" },
  number: { zh: "凭证号", en: "Gift no." },
  donor: { zh: "捐赠人", en: "Donor" },
  unnamed: { zh: "爱心人士（未同意公开姓名）", en: "A donor who is not named" },
  receiver: { zh: "接收单位", en: "Received by" },
  hotline: { zh: "电话", en: "Tel." },
  receivedOn: { zh: "接收日期", en: "Received on" },
  use: { zh: "指定用途", en: "To be used for" },
  free: { zh: "没有指定用途", en: "Free to use" },
  money: { zh: "金额", en: "Amount" },
  goods: { zh: "物资", en: "Goods" },
  value: { zh: "折价", en: "Value" },
  unvalued: { zh: "价值待确认", en: "Value not confirmed yet" },
  went: { zh: "去向", en: "Where it went" },
  given: { zh: "捐赠", en: "Given" },
  deliveries: { zh: "送到哪里", en: "Delivered to" },
  sent: { zh: "送出", en: "Sent" },
  good: { zh: "实收", en: "Received" },
  signed: { zh: "签收", en: "Signed" },
  notYet: { zh: "还没签收", en: "Not signed for yet" },
  cases: { zh: "差异与处理", en: "Problems and what became of them" },
  pool: { zh: "按份额", en: "By share of the pool" },
  poolText: {
    zh: "同一用途的钱放在一个池子里一起用。份额按比例算，不是说这笔钱本身买了哪一样。",
    en: "Money for one use is spent together; the share is arithmetic, not the same banknotes.",
  },
  poolReceived: { zh: "池子收到", en: "Pool received" },
  poolSpent: { zh: "池子用出", en: "Pool spent" },
  used: { zh: "份额中用出，约", en: "Spent of the share, about" },
  left: { zh: "份额中还剩，约", en: "Left of the share, about" },
  payments: { zh: "池子的支出（新的在前）", en: "The pool's payments, latest first" },
  share: { zh: "份额约", en: "Share about" },
  asOf: { zh: "截至", en: "As of" },
  log: { zh: "公开账本条目", en: "Public log entry" },
  check: { zh: "扫码看现在到了哪里", en: "Scan for where it is now" },
  notTax: {
    zh: "本证明不是公益事业捐赠票据，不作税前扣除依据。",
    en: "This is not a donation invoice and no basis for tax deduction.",
  },
  stages: {
    received: { zh: "仓库收下，还没上架", en: "At the warehouse, not on the shelf yet" },
    held: { zh: "隔离待查", en: "Held back for a check" },
    stored: { zh: "在仓库", en: "In the warehouse" },
    between: { zh: "在两个仓库之间", en: "Between two warehouses" },
    packed: { zh: "已装箱，等出发", en: "Packed" },
    on_road: { zh: "在路上", en: "On the road" },
    confirmed: { zh: "签收，在接收点", en: "Signed for, at the site" },
    handed_on: { zh: "发到居民手里", en: "Handed on to residents" },
    in_question: { zh: "短少或破损，正在查", en: "In question" },
    lost: { zh: "损失", en: "Lost" },
  } satisfies Record<Stage, Words>,
  found: { zh: "盘点多出", en: "Found more when counting" },
  decisions: {
    found: { zh: "找到了", en: "found" },
    written_off: { zh: "记为损失", en: "recorded as lost" },
    replaced: { zh: "已补发", en: "sent again" },
    no_difference: { zh: "没有差", en: "no difference" },
    open: { zh: "正在查", en: "being looked into" },
  },
  kinds: {
    short: { zh: "短少", en: "missing" },
    damaged: { zh: "破损", en: "damaged" },
    extra: { zh: "多出", en: "too many" },
    second_report: { zh: "两次清点不一样", en: "two counts differ" },
  },
  page: (n: number): Words => ({ zh: `第 ${n} 页`, en: `Page ${n}` }),
} as const;

/** Its file's name, in full and for old programs. */
export const certificateFileName = (number: string): { name: string; plain: string } => ({
  name: `捐赠使用证明 ${number}.pdf`,
  plain: `certificate-${number.replace(/[^\w-]/g, "")}.pdf`,
});
