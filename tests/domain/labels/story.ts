import { labelUrl, newCode } from "#app/domain/code.ts";
import type { DeliveryLabel, DeliveryLabelLine } from "#app/domain/labels/delivery-label.ts";

export const masks: DeliveryLabelLine = {
  item: "医用外科口罩",
  specification: "50只/盒×40盒",
  quantity: 16_400n,
  unit: "只",
  pack: { name: "箱", size: 2_000n },
  lotNumber: "L20220911",
  expiresOn: "2023-02-01",
};

export const suits: DeliveryLabelLine = {
  item: "一次性使用医用防护服连体带帽加厚二十字名",
  specification: "XL 码 · 175–185 cm",
  quantity: 120n,
  unit: "件",
  lotNumber: "LOT-2022-0918-AB-00017",
  expiresOn: "2024-12-31",
};

/** A plain label with its own code; `changes` replaces what a test is about. */
export function aLabel(changes: Partial<DeliveryLabel> = {}): DeliveryLabel {
  const code = newCode();
  return {
    number: "PS-0510-0147",
    code,
    url: labelUrl("https://jieli.example", code),
    organization: "示例社区公益基金会",
    hotline: "021-0000-0000",
    township: "三林镇",
    site: "示例花园小区",
    address: "示例路 100 弄 1 号门",
    boxNumber: 1,
    boxCount: 3,
    lines: [masks],
    ...changes,
  };
}

/** The longest of everything. */
export function aLongLabel(): DeliveryLabel {
  return aLabel({
    organization: "上海市浦东新区某某社区公益服务与应急物资调配联合会示例基金会",
    township: "金桥开发区（金桥经济技术开发区）",
    site: "上海市浦东新区示例第二临时集中隔离收治点（国家会展中心方舱北区）",
    address: "浦东新区沪南公路 2500 弄 12345 号示例产业园 A 区 3 号楼后门东侧临时卸货区",
    boxNumber: 12,
    boxCount: 120,
    lines: Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? masks : suits)),
    restriction: "只给 一线医护人员，不得转给其他单位或个人，剩余请退回",
    dispatchBy: "2022-05-13",
  });
}
