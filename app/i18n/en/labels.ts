import type { labels as source } from "../zh-CN/labels.ts";
import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";

const labelled = (labels: number) => (labels === 1 ? "1 label" : `${count(labels)} labels`);

export const labels = {
  title: "Print labels",
  note: "For bins, boxes and loose goods. Delivery labels are printed from the delivery.",
  kinds: "What to print",
  warehouse: "Warehouse",
  show: "Show",
  blank: {
    tab: "Blank labels",
    title: "Blank labels",
    note: "Print them ahead and keep them at the door: one on each box that comes, scan it, then record it.",
    count: "How many",
    hint: "1,000 at most",
    unit: "labels",
    submit: "Make these labels",
  },
  bins: {
    tab: "Bins",
    title: "Bin labels",
    note: "Tick the bins to print. A bin that has a label keeps its code.",
    list: "Bins",
    noZone: "No zone",
    labelled: "has a label",
    all: "Tick all",
    none: "Untick all",
    submit: "Print the ticked bins",
    empty: "This warehouse has no bins yet",
    emptyHow: "Add bins on the warehouse's page, then come back.",
  },
  boxes: {
    tab: "Boxes",
    title: "Box labels",
    note: "Print boxes' labels once more; their codes stay.",
    consignment: "Boxes of one consignment",
    place: "Boxes in one place",
    choice: (name: string, boxes: number) => `${name} (${boxes === 1 ? "1 box" : `${count(boxes)} boxes`})`,
    codes: "Some codes",
    codesHint: "Paste them, or scan one after the other; separated by line breaks, spaces or commas",
    submit: "Show the labels",
    empty: "No box has a label yet",
  },
  lots: {
    tab: "Lots",
    button: "Label",
    title: "Lot labels",
    note: "Beside goods that stand loose: scan it to know which lot they are.",
    lot: "Which lot",
    noLot: "no lot number",
    until: (day: string) => `expires ${day}`,
    submit: "Print this lot's label",
    empty: "Nothing stands in this warehouse",
    emptyHow: "Once goods are taken in, each lot is listed here.",
  },
  replace: {
    title: "Replace a torn label",
    note: "The box, bin or lot keeps its history; only the code changes. Whoever scans the old label is told the new one.",
    old: "The old label",
    code: "Code of the old label",
    codeHint: "If the QR code does not scan, type the large letters",
    reason: "Why",
    submit: "Replace it",
    done: (old: string, fresh: string) =>
      `${old} is now ${fresh}. Print the new label and stick it over the old one.`,
  },
  print: {
    note: labelled,
    paper: "Paper",
    small: "60×40 mm labels",
    sheet: "A4 sheet, 3×8",
    print: "Print",
    pdf: (labels: number) => `Download PDF (${labelled(labels)})`,
    back: "Print others",
    hint: "In the print window choose the same paper, no margins, scale 100%. Print one first and measure its width.",
    onlyFirst: (shown: number) =>
      `Only the first ${count(shown)} are shown here. To print all, download the PDF.`,
    unprintable: (characters: string) => `The PDF cannot draw ${characters}. Use “Print” instead.`,
  },
} satisfies Dictionary<typeof source>;
