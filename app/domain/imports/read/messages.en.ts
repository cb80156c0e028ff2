import { yuanText } from "./decimal.ts";
import type { ReadingMessage, readingMessages as chinese } from "./messages.zh-CN.ts";
import type { Params } from "./reading.ts";

type Shape<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: never[]) => ReadingMessage
      ? (params: Params) => ReadingMessage
      : Shape<T[K]>;
};

const say =
  (what: string, todo = "") =>
  () => ({ what, todo });

/** What people are told while a workbook is read: what is wrong and how to mend it, and what was done for them. */
export const readingMessages: Shape<typeof chinese> = {
  kinds: {
    money_gifts: "Gifts of money",
    goods_gifts: "Gifts of goods",
    payments: "Payments",
    handouts: "Hand-outs",
    needs: "Needs questionnaire",
    unknown: "Not recognised",
  },
  fields: {
    sequence: "No",
    date: "date",
    donor: "donor",
    organization: "organization",
    amount: "amount",
    status: "received or pledged",
    nature: "restricted or not",
    restriction: "restricted to",
    handler: "handled by",
    note: "note",
    item: "item",
    specification: "specification",
    quantity: "quantity",
    unit: "unit",
    unitPrice: "unit price",
    value: "value",
    lotNumber: "lot number",
    expiresOn: "expires on",
    paymentKind: "kind of payment",
    purpose: "purpose",
    payee: "payee",
    quote: "quote",
    reason: "reason for the choice",
    township: "township",
    receiver: "receiver",
    receiverKind: "kind of receiver",
    quantityReceived: "quantity received",
    signedBy: "signed by",
    receipt: "receipt",
    place: "committee, compound or institution",
    contact: "contact",
    phone: "telephone",
    households: "households",
    residents: "residents",
    elderly: "aged 60 and over",
    need: "needed item",
    urgency: "urgency",
    otherNeeds: "other needs",
  },
  refusals: {
    empty_file: say("The file is empty", "Choose another file"),
    not_a_workbook: say("This is not a workbook", "Upload an .xlsx file (.xls and .csv are accepted too)"),
    damaged: say(
      "The file is damaged and cannot be opened",
      "Open it in Excel or WPS, save it as .xlsx and upload that",
    ),
    encrypted: say("The file is protected by a password", "Save it without the password and upload that"),
    too_large: ({ limitMegabytes }) => ({
      what: `The file is larger than ${limitMegabytes} MB`,
      todo: "Remove pictures, or split it by month",
    }),
    too_many_rows: ({ limit }) => ({
      what: `The file has more than ${limit} rows`,
      todo: "Split it and import the parts one by one",
    }),
    zip_bomb: ({ limitMegabytes }) => ({
      what: `Unpacked, the file would exceed ${limitMegabytes} MB; for safety it was not opened`,
      todo: "Copy the data into a new workbook and upload that",
    }),
    too_slow: say(
      "Reading took too long and was stopped",
      "Copy the data into a new workbook, or split the file",
    ),
  },
  problems: {
    date_missing: say("There is no date", "Enter a date such as 2022-03-14"),
    date_unreadable: say(
      "This date cannot be read",
      "Write year-month-day, such as 2022-03-14, one day per row",
    ),
    date_impossible: say("There is no such day, or the year is not plausible", "Check the date"),
    date_without_year: say(
      "The date has no year and the sheet names no period",
      "Add the year, or choose one while importing",
    ),
    amount_missing: say("There is no amount", "Enter the amount; leave out what is not settled yet"),
    amount_unreadable: say(
      "This amount cannot be read",
      "Write digits only, with 元 or 万元 if you like; convert foreign currency",
    ),
    amount_not_positive: say(
      "The amount is zero or negative",
      "Check it; record refunds as corrections in the system",
    ),
    amount_too_precise: say(
      "The amount has fractions of a fen",
      "Round to the fen; in 万元 that is six decimals at most",
    ),
    amount_too_large: say(
      "The amount is implausibly large",
      "Check the digits and whether the unit is 元 or 万元",
    ),
    quantity_missing: say("There is no quantity", "Enter the quantity"),
    quantity_unreadable: say(
      "This quantity cannot be read",
      "Write a whole number: 3320, 3320箱 or 3箱×2000只",
    ),
    quantity_not_whole: say("The quantity is not whole", "Use a smaller unit: 3000 pieces, not 1.5 boxes"),
    quantity_not_positive: say(
      "The quantity is zero or negative",
      "Check it; record returned goods in the system",
    ),
    quantity_too_large: say(
      "The quantity is implausibly large (over a thousand million)",
      "Check whether a telephone or lot number slipped into this column",
    ),
    unit_missing: say("There is no unit", "Enter the unit, such as 只, 箱 or 份"),
    unit_conflict: ({ unit, stated }) => ({
      what: `The unit column says “${unit}”, the quantity says “${stated}”`,
      todo: "Use one unit",
    }),
    item_unit_differs: ({ item, unit, known }) => ({
      what: `${item} is counted in “${known}”, and here it says “${unit}”`,
      todo: `Convert it to “${known}”`,
    }),
    item_missing: say("There is no item", "Enter the name of the item"),
    receiver_missing: say("There is no receiver", "Enter the receiver"),
    organization_missing: say(
      "No organization is named",
      "Enter the organization, or name who filled in the sheet above it",
    ),
    payee_missing: say("There is no payee", "Enter the payee"),
    payment_kind_unknown: say(
      "It could be a purchase or a grant",
      "Write 采购 or 资助 as the kind of payment",
    ),
    status_unreadable: say(
      "It is not clear whether the money has arrived",
      "Write 已到账 or 意向; what has not arrived is no income",
    ),
    goods_not_arrived: say(
      "These goods have not arrived",
      "Record them once they have; take the row out for now",
    ),
    expiry_unreadable: say(
      "The expiry cannot be read",
      "Write a day such as 2024-01-28, or 长期 if there is none",
    ),
    difference_unreadable: ({ unit }) => ({
      what: "The receipt cannot be read",
      todo: `Write 全收, or 短少4${unit} or 破损2${unit}`,
    }),
    difference_exceeds: ({ quantity, unit }) => ({
      what: `More is short, damaged or signed for than was sent (${quantity}${unit})`,
      todo: "Check the receipt and the quantity",
    }),
    duplicate_row: ({ first }) => ({ what: `The same as row ${first}`, todo: "Delete one of them." }),
    total_differs: ({ stated, computed, unit }) => ({
      what: `The sheet's total is ${stated}${unit}; its rows add up to ${computed}${unit}`,
      todo: "Correct a row or the total and upload again; until then none of the sheet is imported",
    }),
    subtotal_differs: ({ stated, computed, unit }) => ({
      what: `The subtotal is ${stated}${unit}; its rows add up to ${computed}${unit}`,
      todo: "Correct the subtotal or one of its rows and upload again",
    }),
    column_missing: say("This column is missing", "Add it, or say which column it is"),
    second_table: say(
      "There is another table on the same sheet",
      "Move it to a sheet of its own and upload again",
    ),
    stock_short: ({ item, unit, wanted, available }) => ({
      what: `${wanted} ${unit} of ${item} were handed out, but only ${available} ${unit} that may go there had arrived by that day`,
      todo: "Import or record the goods received earlier, or lower the quantity",
    }),
    funds_short: ({ organization, wantedFen, availableFen }) => ({
      what: `The free fund of ${organization} holds ¥${yuanText(BigInt(availableFen ?? 0))}, not enough for ¥${yuanText(BigInt(wantedFen ?? 0))}`,
      todo: "Import or record the money received earlier",
    }),
    township_unknown: ({ township }) => ({
      what: township ? `The township "${township}" is unknown` : "No township is given",
      todo: "Write the full name of one of Pudong's 36 townships",
    }),
    organization_out_of_reach: ({ organization }) => ({
      what: `${organization} keeps its own books`,
      todo: "Let it import this itself, or ask an administrator to keep its books for it",
    }),
  },
  notices: {
    full_width_digits: say("Full-width digits were converted"),
    filled_from_merged_cell: ({ value, from }) => ({
      what: `Filled with “${value}” from the cell merged at row ${from}`,
      todo: "",
    }),
    filled_from_above: ({ value, from }) => ({
      what: `“Same as above” filled with “${value}” from row ${from}`,
      todo: "",
    }),
    year_from_period: ({ date }) => ({ what: `Year taken from the period: ${date}`, todo: "" }),
    year_from_other_dates: ({ date }) => ({
      what: `Year taken from other dates in the sheet: ${date}`,
      todo: "If it is wrong, choose the year while importing",
    }),
    date_from_serial: ({ date }) => ({ what: `A serial number was read as ${date}`, todo: "" }),
    date_from_number: ({ date }) => ({
      what: `A decimal was read as month and day: ${date}`,
      todo: "Correct it if it is no date",
    }),
    date_outside_period: ({ date, from, to }) => ({
      what: `${date} is outside the period ${from} to ${to}`,
      todo: "Please glance at the date",
    }),
    amount_in_other_unit: ({ unit, sheetUnit }) => ({
      what: `Read in ${unit} as the cell says (the sheet is in ${sheetUnit})`,
      todo: "",
    }),
    amount_from_words: say("An amount in words was converted"),
    money_unit_assumed: ({ unit }) => ({
      what: `No unit of money is stated; read as ${unit}`,
      todo: "Choose 万元 if it is that",
    }),
    donor_blank: say("No donor: treated as anonymous", "Add the donor if there is one"),
    organization_from_filer: ({ filer }) => ({
      what: `No organization: taken to be “${filer}”, who filled in the sheet`,
      todo: "Enter it if that is wrong",
    }),
    status_assumed: say(
      "There is no column for what has arrived: all rows not marked as pledges count as received",
      "Add the column if there are pledges",
    ),
    status_from_note: say(
      "A pledge by its note: not counted as income",
      "Change the note if the money has arrived",
    ),
    restriction_ignored: say(
      "Marked unrestricted: the use beside it was left out",
      "Change the mark if it is restricted",
    ),
    restriction_unnamed: say("Marked restricted, but not to what", "Add what it is restricted to"),
    value_pending: say("Value to be confirmed: counts in quantity, not in money"),
    value_blank: say(
      "No value: counts in quantity, not in money",
      "Add the value if there is evidence for it",
    ),
    value_shared: say(
      "The value is merged over several rows and counts in the first",
      "Split the cell to divide it",
    ),
    value_from_price: say("Value computed from quantity and price"),
    value_unlike_price: say(
      "Value and quantity × price differ by more than one per cent",
      "Please glance at it",
    ),
    unit_price_dropped: ({ value }) => ({
      what: `“${value}” cannot be kept in fen and was left out; amounts are not affected`,
      todo: "",
    }),
    pack_multiplied: ({ quantity }) => ({ what: `Packs multiplied: ${quantity} in all`, todo: "" }),
    unit_from_quantity: ({ unit }) => ({ what: `Unit taken from the quantity: ${unit}`, todo: "" }),
    expiry_month_end: ({ date }) => ({
      what: `Expiry without a day: taken as ${date}, the end of the month`,
      todo: "",
    }),
    payment_kind_inferred: ({ kind }) => ({ what: `Taken for a ${kind} by its purpose`, todo: "" }),
    receiver_kind_inferred: say("Kind of receiver taken from its name"),
    difference_from_note: say("Shortage or damage taken from the note", "Please glance at it"),
    duplicate_possible: ({ first }) => ({
      what: `Equal to row ${first} but for its number; read as two`,
      todo: "Delete one if it is a repeat",
    }),
    sequence_repeated: ({ first }) => ({
      what: `The same number as row ${first}`,
      todo: "Please glance at it",
    }),
    total_checked: ({ stated, unit }) => ({
      what: `The total ${stated}${unit} agrees with the rows`,
      todo: "",
    }),
    total_excludes_pledges: ({ stated, unit }) => ({
      what: `The total ${stated}${unit} agrees with what was received; pledges are not in it`,
      todo: "",
    }),
    total_not_readable: ({ label }) => ({
      what: `Nothing to check in the row “${label}”`,
      todo: "If it is a formula, open and save the file in Excel once",
    }),
    subtotal_checked: ({ stated, unit }) => ({
      what: `The subtotal ${stated}${unit} agrees with its rows`,
      todo: "",
    }),
    header_repeated: say("A repeated header was left out"),
    note_row_skipped: ({ value }) => ({ what: `A line of text was left out: ${value}`, todo: "" }),
  },
};
