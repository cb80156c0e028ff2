import { labelUrl, newCode } from "#app/domain/code.ts";
import type {
  BinLabel,
  BlankLabel,
  GoodsLabel,
  PalletLabel,
  StockLabel,
  UnknownLabel,
} from "#app/domain/labels/stock-label.ts";

const coded = (host = "https://jieli.example") => {
  const code = newCode();
  return { code, url: labelUrl(host, code) };
};

export const aBox = (changes: Partial<GoodsLabel> = {}): GoodsLabel => ({
  kind: "goods",
  ...coded(),
  item: "医用外科口罩",
  specification: "50只/盒×40盒",
  lotNumber: "L20220911",
  expiresOn: "2023-02-01",
  quantity: { amount: 6_000n, unit: "只", pack: { name: "箱", size: 2_000n } },
  place: "A-03-2",
  ...changes,
});

/** The longest of everything; the name has twenty characters. */
export const aLongBox = (changes: Partial<GoodsLabel> = {}): GoodsLabel =>
  aBox({
    item: "一次性使用医用防护服连体带帽加厚二十字名",
    specification: "XL 码 · 175–185 cm · 独立包装 · 无菌 · 环氧乙烷灭菌",
    lotNumber: "LOT-2022-0918-AB-000",
    expiresOn: "2024-12-31",
    quantity: { amount: 123_456_789n, unit: "人份", pack: { name: "大包装箱", size: 12_345n } },
    restriction: "只给 一线医护人员，不得转给其他单位或个人，剩余请退回",
    place: "二楼西侧冷藏货架第三排",
    ...changes,
  });

export const aBin = (changes: Partial<BinLabel> = {}): BinLabel => ({
  kind: "bin",
  ...coded(),
  name: "A-03-2",
  warehouse: "川沙路中心仓",
  zone: "防护用品",
  ...changes,
});

export const aBlank = (changes: Partial<BlankLabel> = {}): BlankLabel => ({
  kind: "blank",
  ...coded(),
  ...changes,
});

export const anUnknown = (changes: Partial<UnknownLabel> = {}): UnknownLabel => ({
  kind: "unknown",
  ...coded(),
  note: "纸箱，外面写着口罩",
  weightGrams: 14_200,
  place: "收货口",
  ...changes,
});

export const aPallet = (): PalletLabel => ({ kind: "pallet", ...coded(), boxes: 12, place: "收货口" });

/** One of each kind, plain and at its longest. */
export function allKinds(): StockLabel[] {
  const { quantity: _q, ...lot } = aBox();
  return [
    aBox(),
    aBox({ item: "75%酒精", restriction: "只给 洋泾街道" }),
    aLongBox(),
    aLongBox({ url: labelUrl("https://jieli.some-longer-host.example.org.cn", newCode()) }),
    lot,
    aBox({ item: "医用外科口罩、75%酒精消毒液、橡胶手套", lots: 3, specification: "" }),
    aBin(),
    aBin({
      name: "二楼西侧冷藏货架第三排靠窗位置最里面的",
      warehouse: "上海市浦东新区川沙路应急物资储备中心仓库二号楼",
    }),
    aBin({ name: "ABCDEFGHIJKLMNOPQRST" }),
    aBlank(),
    anUnknown(),
    aPallet(),
  ];
}
