import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { home as source } from "../zh-CN/home.ts";

const plural = (many: number, one: string, more: string) => `${count(many)} ${many === 1 ? one : more}`;

/** The public home. */
export const home = {
  title: "How much came in, how much went out, how much is left",
  headline: ["How much came in, ", "how much went out, ", "how much is left"],
  lede: (responses) =>
    `${responses ? `${responses}. ` : ""}Every gift of money and goods can be followed to where it went.`,
  asOf: "Figures as of",
  entries: (entries) => `the sum of ${plural(entries, "record", "records")}`,
  lastOn: "last one",
  seeReports: "See the public tables",
  empty: {
    title: "The books were just opened",
    text: "Nothing is recorded yet. With the first gift, this page says how much came in, went out and is left.",
  },
  doesNotBalance: {
    money: (difference) =>
      `The money does not balance: it is off by ¥${difference}. No total is shown until it does.`,
    goods: (difference) =>
      `The goods do not balance: they are off by ¥${difference}. No total is shown until they do.`,
    quantity: (items) =>
      `The quantities of ${plural(items, "item", "items")} do not match. No total is shown until they do.`,
  },
  rounded: "Rounded to two decimals, so the last may be off by one; the balance table has every fen.",
  money: {
    title: "Money",
    unit: "in million yuan",
    gifts: (gifts) => plural(gifts, "gift", "gifts"),
    spent: "purchases",
    granted: "grants",
    split: (restricted, free) => `Of what came in, ${restricted} is restricted and ${free} is free to use.`,
    pledged: (pledges, amount) => `Besides, ${plural(pledges, "promise", "promises")} of ${amount} in all: `,
    notHere: "not here yet and not counted.",
  },
  goods: {
    title: "Goods",
    unit: "value in million yuan",
    lots: (lots, kinds) => `${plural(lots, "lot", "lots")} of ${plural(kinds, "item", "items")}`,
    deliveries: (deliveries, differing, openCases) =>
      [
        plural(deliveries, "delivery", "deliveries"),
        differing === 0 ? "all complete" : `${count(differing)} with something missing or damaged`,
        ...(openCases === 0 ? [] : [`${plural(openCases, "problem", "problems")} still to settle`]),
      ].join(", "),
    lost: "lost",
    converted: "into or out of kits",
    unvalued: (lots) => `Besides, ${plural(lots, "lot", "lots")} whose value is to be confirmed: `,
    quantityOnly: "counted in quantity, in no amount.",
    seeUnvalued: (lots) => (lots === 1 ? "What it is" : `What these ${count(lots)} are`),
    pledged: (pledges) =>
      `Besides, ${plural(pledges, "promise", "promises")} of goods not here yet and not counted.`,
    leftItem: (item, quantity, unitValue) => `${item} ${quantity} × ¥${unitValue}`,
    leftPlain: (item, quantity) => `${item} ${quantity}`,
    leftMore: (kinds) => `and others, ${plural(kinds, "item", "items")}`,
  },
  reach: {
    label: "Where it went",
    townships: "townships",
    reached: "reached",
    fieldHospitals: "field hospitals",
    hospitals: "designated hospitals",
    otherSites: "committees and compounds",
    organizations: "organizations took part",
    households: "households",
    people: "people",
    handedOn: "given to",
  },
  flow: {
    title: "Where the goods came from and where they went",
    note: "The wider the line, the higher the value. In million yuan",
    from: "Who gave",
    what: "What",
    to: "Where it went",
    supplier: "bought",
    left: "still in store",
    lost: "lost",
    description: (received, out, left) =>
      `In million yuan. Received ${received} in all, handed out ${out}, still in store ${left}. The table below has the figures.`,
    table: "Goods by category (million yuan)",
    category: "Category",
    asTable: "As a table",
  },
  timeline: {
    title: "Handed out as fast as it came?",
    note: "Sums over time: received in full, handed out and spent dashed, at hand between. In million yuan",
    goods: "Goods",
    money: "Money",
    day: "By",
    description: (what) => `${what}: received and handed out over time`,
  },
  townships: {
    title: (townships) => `${count(townships)} townships, and what was sent to each`,
    note: "Value of goods sent, in million yuan. Each opens its deliveries.",
    deliveries: (deliveries) => `${count(deliveries)} sent`,
    nothing: "▲ nothing yet",
    key: "▲ townships nothing was sent to yet",
    share: "bar: against the township with the most",
  },
  latest: {
    title: "Just signed for",
    all: (deliveries) => `All ${count(deliveries)}`,
    allHere: "signed for, all here",
    short: (quantity) => `${quantity} missing`,
    damaged: (quantity) => `${quantity} damaged`,
    more: (lines) => `and others, ${count(lines)} in all`,
    empty: "Nothing signed for yet",
    emptyText: "Once a receiver has signed for a delivery, it is listed here.",
  },
  items: {
    title: "Each item",
    note: "quantities; the public table has the values",
    item: "Item",
    all: (items) => `All ${count(items)}`,
    empty: "No goods received yet",
    emptyText: "Once goods are taken in, each item is listed here.",
  },
  donors: {
    title: "Who gave",
    note: "only donors who agreed to be named",
    donor: "Donor",
    gifts: "Gifts",
    money: "Money (yuan)",
    goods: "Goods, value (yuan)",
    unnamed: "All donors who are anonymous or did not agree to be named",
    all: "Every gift, line by line",
    empty: "No gifts yet",
    emptyText: "The first gift that arrives is listed here.",
  },
  unvalued: {
    title: "Goods whose value is to be confirmed",
    note: "counted in quantity, in no amount",
    giftNumber: "Gift number",
    on: "Received on",
    item: "Item",
    quantity: "Quantity",
  },
  proof: {
    title: "Do not trust us: check",
    intro: (entries) =>
      `The figures on this page are the sum of ${plural(entries, "record", "records")}. Records are only ever added; a mistake is corrected by a new one.`,
    add: "Add it up.",
    addText: "Download the public tables and sum them in Excel: the same to the last fen.",
    balance: "See whether it balances.",
    balanceText:
      "For each item, opening + received − handed out − lost must be closing, or nothing is published.",
    own: "Look up your own gift.",
    ownText: "Type its number to see it in the books, and where it went.",
    lookUp: "Look up a number",
    download: "Download gifts received (Excel)",
  },
} satisfies Dictionary<typeof source>;
