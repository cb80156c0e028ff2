import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { overview as source } from "../zh-CN/overview.ts";

const plural = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;

/** The overview, the search box, and what happened to a document. */
export const overview = {
  title: "Overview",
  today: (date) => `Today, ${date}`,
  overdue: {
    title: "Overdue promises",
    note: (pledges) => plural(pledges, "promise", "promises"),
    empty: "No promise is overdue",
    emptyText: "Promises not wholly here by their date are listed here.",
    more: "All promises",
  },
  dock: {
    title: "At the dock, to be put away",
    note: (lots) => plural(lots, "lot", "lots"),
    empty: "Nothing waits at the dock",
    emptyText: "Goods stand at the dock from when they come until they are put away.",
    columns: { warehouse: "Warehouse", lots: "Lots", since: "Since" },
    such: (item) => `${item} among them`,
    lots: (lots) => plural(lots, "lot", "lots"),
  },
  deliveries: {
    title: "Deliveries",
    more: "All deliveries",
    planned: "being packed",
    late: (deliveries) => `${count(deliveries)} past the planned day`,
    dispatched: "on the road, to be signed for",
    confirmed: "signed for",
    different: (deliveries) => `${count(deliveries)} with something missing or damaged`,
    status: "State",
    count: "Deliveries",
  },
  entries: {
    title: "Last entries",
    empty: "The books are empty",
    emptyText: "They fill with the first gift of money or goods.",
    columns: { at: "When", what: "What", number: "Number", by: "Who" },
  },
  recordMoney: "Record money",
  recordGoods: "Record goods",
  history: {
    title: "What happened",
    columns: { at: "When", what: "What", by: "Who", reason: "Reason" },
    system: "system",
  },
  actions: {
    "gift.receive-money": "money received",
    "gift.receive-goods": "goods received",
    "stock.put-away": "put away",
    "stock.write-off": "written off",
    "payment.record": "paid",
    "delivery.create": "packed",
    "delivery.cancel": "delivery cancelled",
    "delivery.dispatch": "sent",
    "delivery.confirm": "signed for",
    "delivery.hand-over": "handed to households",
    "entry.reverse": "reversed",
    "pledge.record": "promise recorded",
    "pledge.withdraw": "promise withdrawn",
    "donor.edit": "donor changed",
    "item.edit": "item changed",
    "import.upload": "file uploaded",
    "import.commit": "imported file written",
  },
  find: {
    title: "Search",
    found: (q, findings) => `“${q}”: ${plural(findings, "match", "matches")}`,
    hint: "A number, the code on a label, or the name of a donor, an item or a site",
    columns: { kind: "What", label: "Number or name", note: "About it" },
    kinds: {
      gift: "gift",
      pledge: "promise",
      payment: "payment",
      delivery: "delivery",
      donor: "donor",
      item: "item",
      site: "site",
    },
  },
} satisfies Dictionary<typeof source>;
