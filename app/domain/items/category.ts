import type { ItemCategory } from "#db/vocabulary";

const words: readonly (readonly [ItemCategory, RegExp])[] = [
  ["kit", /包$|礼包|防疫包|关爱包/],
  ["testing", /抗原|检测|试剂|核酸/],
  ["protection", /口罩|防护|隔离衣|面罩|护目|手套|鞋套/],
  ["disinfection", /消毒|酒精|洗手液|84/],
  ["water", /水$|饮用水|矿泉水/],
  ["infant", /婴|奶粉|儿童/],
  ["food", /米|油|牛奶|蔬菜|食|面|饼|肉|蛋/],
  ["bedding", /被|毯|床|枕/],
  ["medicine", /药|胶囊|颗粒|体温/],
  ["equipment", /哨兵|机|仪|设备|椅|桌/],
  ["household", /尿布|纸|毛巾|皂|牙|卡|香囊/],
];

/** A first guess at an item's category by the words in its name; a person may change it. */
export function categoryOf(name: string): ItemCategory {
  if (/蔬菜包|食品包/.test(name)) return "food";
  return words.find(([, pattern]) => pattern.test(name))?.[0] ?? "other";
}
