import type { ReturnPlace } from "#app/domain/returns/schema.ts";
import { count } from "../numbers.ts";

/** Goods a site sends back. */
export const returns = {
  title: "退回",
  note: (returns: number) => `${count(returns)} 单`,
  list: "退回单",
  add: "收退回",
  columns: { number: "编号", site: "从哪里", delivery: "原发放单", reason: "原因", when: "什么时候" },
  none: "还没有退回",
  noneHow: "接收点退回物资时，从那张发放单上点“收退回”。",
  places: { dock: "收货区", quarantine: "隔离区" } satisfies Record<ReturnPlace, string>,
  placeHints: {
    dock: "没拆封，可以再发",
    quarantine: "先查一查再说",
  } satisfies Record<ReturnPlace, string>,
  form: {
    title: "收退回",
    warehouse: "退到哪个仓库",
    into: "放到哪里",
    reason: "为什么退回",
    lines: "退回什么",
    left: (quantity: string) => `还在接收点 ${quantity}`,
    hint: "没退的空着。",
    submit: "收下退回",
    notSigned: "这一单还没签收，不能退回",
    nothingLeft: "这一单的物资都已发到户或退回",
  },
  detail: {
    title: (number: string) => `退回 ${number}`,
    done: "收好了。发出的数字已经减去。",
    lots: "退回了什么",
    columns: { item: "物资", quantity: "数量", lot: "批号", expires: "到期", restriction: "限定" },
    facts: "这一单",
    site: "从",
    delivery: "原发放单",
    warehouse: "退到",
    reason: "原因",
    by: "谁收的",
  },
};
