import type { ConsignmentStatus } from "#db/vocabulary";
import { count } from "../numbers.ts";

/** The warehouse's day. */
export const board = {
  title: (warehouse: string) => `${warehouse} · 今天`,
  choose: "仓库",
  show: "看这个仓",
  noWarehouse: "还没有仓库",
  noWarehouseHow: "先加一个仓库，这里就有它的一天。",
  print: "打印标签",
  scan: "扫码",
  expect: "登记到货",
  arrivals: {
    title: "到货",
    note: (arrivals: number) => `${count(arrivals)} 批`,
    more: "全部到货",
    none: "今天没有要到的货",
    noneHow: "登记了预报，或者门口开始点货，就会在这里。",
    columns: { when: "哪天", what: "物资 · 捐赠人", boxes: "箱数", step: "到哪一步" },
    noDay: "没说哪天",
    boxes: (boxes: number, of: number | null) =>
      of === null ? count(boxes) : `${count(boxes)} / ${count(of)}`,
    unknown: "还不知道是什么",
    steps: {
      expected: "还没到",
      counting: "在点",
      received: "收好了",
      cancelled: "不来了",
    } satisfies Record<ConsignmentStatus, string>,
  },
  stock: {
    title: "库存",
    note: (items: number, shown: number) =>
      `${count(items)} 种，列出 ${count(shown)} 种；快没了、快到期的在前`,
    more: "看全部库存",
  },
  deliveries: {
    title: "正在送",
    note: "每一步走到哪里、在等谁",
    more: "全部发放",
    none: "没有在备、在送的单",
    noneHow: "备好一单，就会在这里看到它到了哪一步。",
    loaded: (loaded: number, boxes: number) => `已装 ${count(loaded)} / ${count(boxes)} 箱`,
    contact: (contact: string) => `收货人 ${contact}`,
  },
  late: {
    title: "超时的",
    note: (late: number) => `${count(late)} 件，超得久的在前`,
    more: "全部时限",
  },
  cases: {
    title: "有差异",
    note: (cases: number) => `${count(cases)} 件没了结`,
    more: "全部差异",
    none: "没有没了结的差异",
    noneHow: "签收时短少、破损、多出的，或者两个人数得不一样的，会列在这里。",
  },
  quarantine: {
    title: "隔离区",
    none: "没有待检的货",
    noneHow: "退回、破损、过期的货会先放在这里。",
  },
  waiting: {
    dock: (lots: number) => `${count(lots)} 批等着上架`,
    unknown: (boxes: number) => `${count(boxes)} 箱还没开箱登记`,
    writeOffs: (requests: number) => `${count(requests)} 件报损等着批`,
    stocktakes: (open: number) => `${count(open)} 次盘点没点完`,
  },
};
