import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { imports as source } from "../zh-CN/imports.ts";

const plural = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;

/** Importing a workbook. */
export const imports = {
  title: "Import from Excel",
  note: "Checked first, written afterwards. Until then the ledger is unchanged",
  upload: {
    title: "Choose a file",
    file: "Excel file",
    hint: ".xlsx or .xls, up to 10 MB. Registers of money, goods, payments and hand-outs are recognised; a file may have several sheets",
    button: "Read it, write nothing yet",
  },
  steps: ["File", "Columns", "Check", "Write"],
  list: {
    title: "Files imported before",
    empty: "Nothing imported yet",
    emptyText: "Choose a file and see whether it is read correctly.",
    columns: { at: "Uploaded", file: "File", rows: "Rows", state: "State" },
  },
  statuses: {
    draft: "not written yet",
    committing: "being written",
    committed: "written",
    failed: "not written",
  },
  sheet: {
    title: (name) => `Sheet “${name}”`,
    note: (accepted, rows) => `${plural(rows, "row", "rows")}, ${count(accepted)} can be written`,
    written: (accepted) => `${plural(accepted, "row", "rows")} written`,
    skipped: "Not recognised, so not imported. If it is one of ours, choose below what it is.",
    needs: "Needs are only read, not booked.",
    columns: "Columns",
    columnsHint: "Change what was taken for something else, then press “Read it again like this”.",
    kind: "What this sheet is",
    moneyUnit: "Unit of amounts",
    year: "Year of dates without one",
    headerRow: "Row of the header",
    units: { yuan: "yuan", wan: "10,000 yuan" },
    leaveOut: "leave out",
    reread: "Read it again like this",
  },
  check: {
    title: "What was noticed",
    row: "Where",
    column: "Column",
    written: "As written",
    problem: "What is wrong",
    todo: "What to do",
    atRow: (row) => `row ${count(row)}`,
    more: (remarks) => `${plural(remarks, "more remark", "more remarks")}; mend those above first.`,
    none: "Nothing is wrong",
    mustFix: (problems) => `${plural(problems, "place", "places")} must be mended`,
    look: (looks) => `${plural(looks, "place", "places")} to glance at`,
    done: (conversions) => `${plural(conversions, "thing", "things")} done for you`,
    rows: (rows, first) => `${plural(rows, "row", "rows")}: ${first}`,
  },
  sum: {
    title: "Does it add up?",
    received: (rows) => `${plural(rows, "gift", "gifts")} received`,
    pledged: (rows) => `${plural(rows, "promise", "promises")}`,
    total: "Total (¥)",
    valued: (rows) => `${plural(rows, "row", "rows")} with a value`,
    unvalued: (rows) => `${plural(rows, "row", "rows")} to be valued, counted by quantity only`,
    payments: (rows) => plural(rows, "payment", "payments"),
    handouts: (rows) => plural(rows, "row handed out", "rows handed out"),
    agrees: (stated) => `agrees with the sheet's own total of ¥${stated}`,
    differs: (stated, computed) => `the sheet says ¥${stated}, its rows add up to ¥${computed}`,
    agreesOnceMended: (stated) => `once mended, agrees with the sheet's own total of ¥${stated}`,
    noTotal: "The sheet has no total to compare with",
  },
  commit: {
    title: "Write",
    blocked: (problems) =>
      `${plural(problems, "place", "places")} must be mended first. Until then the ledger is unchanged.`,
    blockedTodo:
      "Mend the file in Excel and send it again; a column taken for something else can be changed on this page.",
    nothing: "There is nothing to write.",
    publish: "The organizations in it have agreed to be named in public",
    publishHint:
      "Without their consent leave this blank: published tables then say “anonymous”. It can be changed later, donor by donor. Persons are never named.",
    button: (rows) => `Write ${plural(rows, "row", "rows")}`,
    allOrNothing: "If it breaks off, nothing is written.",
    again: "Write it again",
  },
  progress: {
    title: "Being written",
    label: "Written",
    text: "You may leave this page and come back. If it breaks off, nothing is written.",
    failed: "Not written, the ledger is unchanged. Please press “Write” again.",
  },
  result: {
    title: "Written",
    done: (rows) => `${plural(rows, "row is", "rows are")} in the books.`,
    again: "Import another file",
    gifts: "Its gifts of money",
    goods: "Its gifts of goods",
    pledges: "Its promises",
    payments: "Its payments",
    deliveries: "Deliveries",
  },
  otherFile: "Another file",
} satisfies Dictionary<typeof source>;
