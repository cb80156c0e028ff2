import type { returns as source } from "../zh-CN/returns.ts";
import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";

export const returns = {
  title: "Returns",
  note: (returns) => `${count(returns)} ${returns === 1 ? "return" : "returns"}`,
  list: "Returns",
  add: "Take goods back",
  columns: { number: "Number", site: "From", delivery: "Delivery", reason: "Why", when: "When" },
  none: "Nothing was sent back yet",
  noneHow: "When a site sends goods back, open its delivery and choose “Take goods back”.",
  places: { dock: "Dock", quarantine: "Quarantine" },
  placeHints: { dock: "Unopened, can be sent again", quarantine: "To be looked at first" },
  form: {
    title: "Take goods back",
    warehouse: "To which warehouse",
    into: "Where to",
    reason: "Why it comes back",
    lines: "What comes back",
    left: (quantity) => `${quantity} still at the site`,
    hint: "Leave blank what does not come back.",
    submit: "Take these back",
    notSigned: "This delivery is not signed for yet, so nothing can come back",
    nothingLeft: "Everything of this delivery was handed on or sent back",
  },
  detail: {
    title: (number) => `Return ${number}`,
    done: "Taken back. What was handed out has become less by it.",
    lots: "What came back",
    columns: {
      item: "Item",
      quantity: "Quantity",
      lot: "Lot",
      expires: "Expires",
      restriction: "Restriction",
    },
    facts: "This return",
    site: "From",
    delivery: "Delivery",
    warehouse: "To",
    reason: "Why",
    by: "Taken back by",
  },
} satisfies Dictionary<typeof source>;
