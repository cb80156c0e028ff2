import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { pledges as source } from "../zh-CN/pledges.ts";

const plural = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;

/** Promises, never added to what came. */
export const pledges = {
  title: "Promises",
  note: (pledges) => `${plural(pledges, "promise", "promises")}, not counted as received`,
  recordMoney: "Record a promise of money",
  recordGoods: "Record a promise of goods",
  recordNote: "Promised and not here yet. When it comes, press “It has come”",
  save: "Save",
  saved: (number) => `Recorded: ${number}`,
  empty: "No promises yet",
  emptyText: "What somebody promised and has not given yet is recorded here.",
  fields: {
    donor: "Donor",
    amount: "Amount promised",
    pledgedOn: "Promised on",
    dueOn: "To come by",
    restrictedTo: "Only for",
    note: "Note",
    organizationId: "In whose books",
    lines: "Goods promised",
    item: "Item",
    unit: "Unit",
    quantity: "Quantity",
    reason: "Why it is withdrawn",
  },
  columns: {
    date: "Date",
    donor: "Donor",
    promised: "Promised",
    received: "Came",
    left: "To come",
    state: "State",
    purpose: "Purpose",
    action: "Next",
  },
  states: {
    open: "not here yet",
    partial: "partly here",
    overdue: "overdue",
    arrived: "all here",
    withdrawn: "withdrawn",
  },
  overdueBy: (days) => `overdue by ${plural(days, "day", "days")}`,
  dueBy: (date) => `by ${date}`,
  gifts: (gifts) => `came ${plural(gifts, "time", "times")}`,
  arrived: "It has come",
  goodsArrived: "Goods have come",
  expect: "Announce its goods",
  show: "Show",
  showOpen: "Not wholly here",
  showAll: "All",
  kinds: { money: "money", goods: "goods" },
  detail: {
    title: (number) => `Promise ${number}`,
    facts: "This promise",
    progress: "How much has come",
    giftsTitle: "What came",
    noGifts: "Nothing has come yet",
    noGiftsText: "When it comes, press “It has come”; it is then listed here.",
    withdrawnBecause: "Withdrawn because",
  },
  withdraw: {
    title: "Withdraw",
    text: "When it will not come, withdraw it and say why. What came already stays.",
    button: "Withdraw this promise",
    done: "Withdrawn.",
  },
} satisfies Dictionary<typeof source>;
