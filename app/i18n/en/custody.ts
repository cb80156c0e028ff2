import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { custody as source } from "../zh-CN/custody.ts";

export const custody = {
  title: "Who has it",
  boxes: (boxes) => (boxes === 1 ? "1 box" : `${count(boxes)} boxes`),
  warehouse: (warehouse, place) => `In ${warehouse} · ${place}`,
  vehicle: (plate, driver) => `On ${plate} (${driver})`,
  door: (time) => `at the door since ${time}, not signed for`,
  from: (point) => `taken over at the hand-over point ${point}`,
  run: "Run",
  road: "On the road; nobody wrote down with which vehicle",
  point: (place) => `At the hand-over point ${place}, waiting for the next vehicle`,
  receiver: (site) => `Handed over to ${site}, not signed for yet`,
  site: (site) => `At ${site}`,
  signed: (by) => `signed for by ${by}`,
  nobody: "Emptied; the goods stand loose in their place",
  notYet: "This box had not been received then",
  since: (time) => `since ${time}`,
  call: "Call",
  at: "Who had it at",
  atHint: "Blank is now",
  show: "Show",
  none: "There was no such delivery then",
} satisfies Dictionary<typeof source>;
