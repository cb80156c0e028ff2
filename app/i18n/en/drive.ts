import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { drive as source } from "../zh-CN/drive.ts";

const boxes = (many: number): string => (many === 1 ? "1 box" : `${count(many)} boxes`);

export const drive = {
  title: (number) => `Drive ${number}`,
  wholeRun: "The whole run",
  loading: "Loading",
  loadHint:
    "Scan the label of each box, or type the code under it. The last stop's boxes go in first, furthest in.",
  code: "Code of the box",
  load: "Load this box",
  loadedOf: (loaded, many) => `${count(loaded)} of ${boxes(many)} loaded`,
  unlabelled: (many) => `${boxes(many)} without labels: count them`,
  notLoaded: "Not loaded yet:",
  allLoaded: "All of this stop are loaded",
  more: (many) => `and ${boxes(many)} more`,
  whatIsMissing: "Some stops cannot be driven to: see what is missing",
  leave: "Loaded, leave now",
  loadFirst: "Load every box, then ask the dispatcher to press “leave”.",
  askToLeave: "All loaded. Ask the dispatcher to press “leave”; the deliveries are then on the road.",
  loaded: (code) => `${code} is loaded`,
  handedOver: (code) => `${code} is handed over`,
  undone: "The last box was undone",
  undo: "Undo this box",
  allHandedOver: (n) => `Stop ${count(n)}: all handed over`,
  pointHint: "Scan each box as you hand it over; the green button takes the others as handed over too.",
  here: "At this stop",
  handOverHint: "Count together: scan each box as you hand it over.",
  unsigned: "Reached, not signed for",
  sign: "Ask them to sign",
  signHint: "Give them the phone: they enter the sign-off code and their name.",
  notHandedOver: "Not handed over yet:",
  pass: "Pass",
  passUntil: (time) => `valid until ${time}`,
  noPass: "No pass for there",
  later: "Stops after that",
  where: {
    label: "Also record where, on arriving and handing over",
    hint: "Only people of this organization see it; unticked, nothing is recorded.",
    trouble: "The phone cannot tell where it is now; arriving and handing over work all the same.",
  },
} satisfies Dictionary<typeof source>;
