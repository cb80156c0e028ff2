import type { Holder } from "#app/domain/clocks/clock.ts";
import type { ClockStep } from "#db/vocabulary";
import { count } from "../numbers.ts";

const steps: Readonly<Record<ClockStep, string>> = {
  inquiry: "提需求",
  stock_check: "查库存",
  order: "下单",
  dispatch: "发车",
  receipt: "签收",
};
const holders: Readonly<Record<Holder, string>> = {
  site: "接收点",
  warehouse_keeper: "仓库",
  dispatcher: "调度",
  driver: "司机",
  receiver: "收货人",
};

/** The clock from a need to a signature. */
export const clocks = {
  title: "时限",
  note: (late: number, soon: number) => `${count(late)} 件超时，${count(soon)} 件快到时候`,
  steps,
  holders,
  /** By a word that may be of an older notice. */
  stepNamed: (word: string | number | undefined) => named(steps, word),
  holderNamed: (word: string | number | undefined) => named(holders, word),
  done: "好了",
  took: (hours: number) => (hours === 0 ? "不到 1 小时" : `用了 ${count(hours)} 小时`),
  now: (hours: number) => (hours === 0 ? "还剩不到 1 小时" : `还剩 ${count(hours)} 小时`),
  late: (hours: number) => (hours === 0 ? "刚刚超时" : `超时 ${count(hours)} 小时`),
  skipped: "没有需求",
  waitingFor: "在等",
  due: "最晚",
  since: "从",
  label: "到了哪一步",
  list: "没走完的，超时的在前",
  columns: { what: "哪一件", step: "到哪一步", holder: "在等谁", due: "最晚什么时候" },
  none: "没有没走完的",
  noneHow: "接收点要了东西，或者备了一单，就会在这里看到走到哪一步、在等谁。",
  targets: {
    title: "每一步给多少小时",
    text: "从提需求到货在路上，默认合起来 48 小时；上路以后签收另算。",
    hours: "小时",
    save: "存",
    saved: "存好了，以后按新的小时数算。",
    sum: "提需求到货在路上",
  },
};

function named(words: Readonly<Record<string, string>>, word: string | number | undefined): string {
  return words[String(word)] ?? "另一步";
}
