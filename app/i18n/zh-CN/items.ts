import type { ItemCategory } from "#db/vocabulary";
import { count } from "../numbers.ts";

/** 物资目录. */
export const items = {
  title: "物资目录",
  note: (items: number) => `${count(items)} 种`,
  search: "名称",
  allCategories: "全部种类",
  categories: {
    protection: "防护",
    disinfection: "消杀",
    medicine: "药品",
    testing: "检测",
    food: "食品",
    water: "饮用水",
    bedding: "被服",
    household: "生活用品",
    infant: "母婴",
    kit: "礼包",
    equipment: "设备",
    other: "其他",
  } satisfies Record<ItemCategory, string>,
  empty: "目录还是空的",
  emptyText: "收第一批物资时会自动加上。",
  noneFound: "没有找到这种物资",
  columns: {
    name: "名称",
    category: "种类",
    pack: "常用包装",
    received: "收到过",
    lots: "几批",
  },
  fields: {
    name: "名称",
    category: "种类",
    specification: "规格",
    packName: "常用包装",
    packNameHint: "箱、件、袋；散的空着",
    packSize: "每包装几个",
  },
  unitFixed: (unit: string) => `单位是“${unit}”，账上的数量都按它记，不能改。`,
  edit: "改资料",
  save: "存",
  saved: "存好了。",
  given: "哪些捐赠里有",
};
