import { count } from "../numbers.ts";

/** Who holds a box or a delivery, and since when. */
export const custody = {
  title: "在谁手里",
  boxes: (boxes: number) => `${count(boxes)} 箱`,
  warehouse: (warehouse: string, place: string) => `在${warehouse} · ${place}`,
  vehicle: (plate: string, driver: string) => `在 ${plate}（${driver}）`,
  door: (time: string) => `${time} 到了门口，还没签收`,
  from: (point: string) => `从交接点 ${point} 接的`,
  run: "车次",
  road: "在路上，没有记是哪辆车",
  point: (place: string) => `在交接点 ${place}，等下一辆车`,
  receiver: (site: string) => `交给了${site}，还没签收`,
  site: (site: string) => `在${site}`,
  signed: (by: string) => `${by}签收`,
  nobody: "拆箱了，货在原处散放",
  notYet: "那时候还没收到这一箱",
  since: (time: string) => `${time} 起`,
  call: "打电话",
  at: "那时候在谁手里",
  atHint: "空着看现在",
  show: "看",
  none: "那时候还没有这一单",
};
