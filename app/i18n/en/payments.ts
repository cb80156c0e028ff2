import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { payments as source } from "../zh-CN/payments.ts";

/** Purchases and grants. */
export const payments = {
  title: "Spending",
  note: (payments) => `${count(payments)} ${payments === 1 ? "payment" : "payments"}`,
  record: "Record a payment",
  recordNote: "Say out of which money it was paid",
  save: "Save",
  saved: (number) => `Recorded: ${number}`,
  empty: "Nothing spent yet",
  emptyText: "Press “Record a payment”, or import from Excel.",
  search: "Number, payee, purpose",
  kinds: { purchase: "purchase", grant: "grant" },
  kindHints: { purchase: "bought from a supplier", grant: "given to a grantee" },
  fields: {
    kind: "Kind",
    payee: "Paid to",
    purpose: "What for",
    amount: "Amount",
    paidOn: "Paid on",
    restrictedTo: "Out of which money",
    restrictedToHint: "Blank is money free to use",
    townshipCode: "For which township",
    quotes: "Quotes",
    choiceReason: "Why this one was chosen",
    organizationId: "In whose books",
    reason: "Reason",
  },
  quote: (n) => `Quote ${n}`,
  fundChoice: (name, left) => `${name} (¥${left} left)`,
  wholeDistrict: "no single township",
  columns: {
    date: "Date",
    payee: "Paid to",
    purpose: "What for",
    amount: "Spent (¥)",
    fund: "Out of",
    township: "Township",
    state: "State",
  },
  paid: "paid",
  detail: {
    title: (number) => `Payment ${number}`,
    facts: "This payment",
    quotes: "Quotes",
    chosen: "Price chosen",
    noQuotes: "No quotes recorded",
  },
} satisfies Dictionary<typeof source>;
