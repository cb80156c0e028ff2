import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { donors as source } from "../zh-CN/donors.ts";

/** Donors. */
export const donors = {
  title: "Donors",
  note: (donors) => `${count(donors)} ${donors === 1 ? "donor" : "donors"}`,
  search: "Name",
  kinds: { organization: "organization", individual: "person", anonymous: "anonymous" },
  published: "named in public",
  unpublished: "anonymous in public",
  empty: "No donors yet",
  emptyText: "They are added with their first gift.",
  noneFound: "This donor was not found",
  columns: {
    name: "Name",
    kind: "Kind",
    consent: "In public",
    gifts: "Gifts",
    money: "Money (¥)",
    goods: "Value of goods (¥)",
    last: "Last gift",
  },
  fields: { name: "Name", kind: "Kind", publishName: "Agrees to be named in public" },
  consentHint:
    "Needs the donor's consent (Charity Law, article 82). Without it, published tables say “anonymous”.",
  edit: "Change",
  saved: "Saved.",
  save: "Save",
  given: "Gifts",
  promised: "Promises",
} satisfies Dictionary<typeof source>;
