import { count } from "../numbers.ts";
import type { board as source } from "../zh-CN/board.ts";
import type { Dictionary } from "../dictionary.ts";

const plural = (many: number, one: string, more: string) => `${count(many)} ${many === 1 ? one : more}`;

export const board = {
  title: (warehouse) => `${warehouse}, today`,
  choose: "Warehouse",
  show: "Show",
  noWarehouse: "No warehouse yet",
  noWarehouseHow: "Add a warehouse, and its day is here.",
  print: "Print labels",
  scan: "Scan",
  expect: "Record an arrival",
  arrivals: {
    title: "Arriving",
    note: (arrivals) => plural(arrivals, "arrival", "arrivals"),
    more: "All arrivals",
    none: "Nothing is to come today",
    noneHow: "What is announced, or being counted at the door, is here.",
    columns: { when: "Day", what: "Goods and donor", boxes: "Boxes", step: "Step" },
    noDay: "no day given",
    boxes: (boxes, of) => (of === null ? count(boxes) : `${count(boxes)} / ${count(of)}`),
    unknown: "not known yet",
    steps: {
      expected: "not here yet",
      counting: "being counted",
      received: "received",
      cancelled: "not coming",
    },
  },
  stock: {
    title: "Stock",
    note: (items, shown) =>
      `${plural(items, "item", "items")}, ${count(shown)} shown; what runs out or expires soon comes first`,
    more: "All stock",
  },
  deliveries: {
    title: "On its way",
    note: "Who each waits for",
    more: "All deliveries",
    none: "Nothing is being packed or on the road",
    noneHow: "A delivery appears here as soon as it is packed.",
    loaded: (loaded, boxes) => `${count(loaded)} of ${plural(boxes, "box", "boxes")} loaded`,
    contact: (contact) => `Receiver: ${contact}`,
  },
  late: {
    title: "Late",
    note: (late) => `${count(late)}, the longest late first`,
    more: "All clocks",
  },
  cases: {
    title: "Problems",
    note: (cases) => `${count(cases)} to settle`,
    more: "All problems",
    none: "Nothing to settle",
    noneHow:
      "What is missing, damaged or extra at the door, or counted differently by two people, is listed here.",
  },
  quarantine: {
    title: "Quarantine",
    none: "Nothing to inspect",
    noneHow: "Returned, damaged and expired goods wait here.",
  },
  waiting: {
    dock: (lots) => `${plural(lots, "lot", "lots")} to put away`,
    unknown: (boxes) => `${plural(boxes, "box", "boxes")} nobody has opened`,
    writeOffs: (requests) => `${plural(requests, "write-off", "write-offs")} to decide`,
    stocktakes: (open) => `${plural(open, "count", "counts")} not finished`,
  },
} satisfies Dictionary<typeof source>;
