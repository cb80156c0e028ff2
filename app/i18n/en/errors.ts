import type { DomainErrorCode, DomainErrorParams } from "#app/domain/errors.ts";
import { count, shortfall, yuan } from "../numbers.ts";

/** What a verb may not find, by the word it uses for it; any other word reads as "this record". */
const things: Readonly<Record<string, string>> = {
  allocation: "this allocation",
  asset: "this lot",
  bin: "this storage place",
  delivery: "this delivery",
  donor: "this donor",
  entry: "this entry",
  fund: "this fund",
  gift: "this gift",
  import: "this import",
  item: "this item",
  lot: "this lot",
  organization: "this organization",
  payment: "this payment",
  pledge: "this promise",
  report: "this report",
  site: "this receiving site",
  token: "this token",
  email: "this e-mail address",
  phone: "this mobile number",
  uscc: "this unified social credit code",
  user: "this person",
  warehouse: "this warehouse",
};
const thing = (what: string) => things[what] ?? "this record";
const tries = (left: number) => (left === 1 ? "1 try" : `${count(left)} tries`);
const minutesLong = (minutes: number) => (minutes === 1 ? "a minute" : `${count(minutes)} minutes`);
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A refusal as a sentence: what is wrong, and what to do. One for each code of `DomainErrorParams`. */
export const errors = {
  not_found: ({ what }) =>
    `${sentence(thing(what))} was not found, or it is not among those you can see. Please check the number.`,
  forbidden: () =>
    "Your role does not do this. If it should, ask your organization's administrator to change your role.",
  not_signed_in: () =>
    "You are no longer signed in. Sign in on another page, come back and press again: what you typed is still here.",
  request_reused: () =>
    "This form was already sent once, with other contents. Please open a new one and fill it in.",
  invalid: ({ fields }) => {
    const places = Object.keys(fields).length;
    return places === 1
      ? "One thing needs a change. Change it and save again."
      : `${count(places)} things need a change. Change them and save again.`;
  },
  unstorable_text: () =>
    "Something typed here holds a character that cannot be stored. Type it anew instead of pasting, and save again.",
  number_too_large: () =>
    "One of the numbers is larger than can be recorded. Check the quantity and the pack size, and save again.",
  insufficient_stock: ({ item, unit, wanted, available }) =>
    `${item || "This item"}: ${count(shortfall(wanted, available))} ${unit} short, this delivery can take ${count(available)} ${unit}. Lower the number, or bring in more first.`,
  insufficient_money: ({ fund, wantedFen, availableFen }) =>
    `${fund || "This fund"} is ¥${yuan(shortfall(wantedFen, availableFen))} short, it holds ¥${yuan(availableFen)}. Lower the amount, or use another fund.`,
  already_confirmed: ({ at, by }) =>
    `This delivery was already signed for${at ? ` (${[by, at].filter(Boolean).join(", ")})` : ""}; there is nothing more to sign. If what you see differs, press “What I see is different”.`,
  not_dispatched: () =>
    "This delivery has not left yet, so it cannot be signed for. Please ask whoever brings it.",
  delivery_cancelled: () =>
    "This delivery was cancelled and cannot be changed. Ask the sender whether it has a new number.",
  stale: ({ what }) =>
    `Somebody changed ${thing(what)} a moment ago. Look at the new contents, then change it again.`,
  wrong_pin: ({ left }) => `The PIN is wrong, ${tries(left)} left. Ask the sender.`,
  pin_locked: ({ organization, hotline }) =>
    `The PIN was wrong 5 times and is locked. Ask ${organization || "the sender"}${hotline ? ` (telephone ${hotline})` : ""} for a new one.`,
  duties_apart: () => "You did the step before, so somebody else must do this one. Please ask a colleague.",
  code_unknown: ({ code }) =>
    `There is no number ${code}, or its label was replaced. Look for a newer label.`,
  code_misread: ({ code }) =>
    `${code} has a character or two wrong. Compare it with the label; it never contains the letters I, L, O or U.`,
  code_revoked: ({ number }) =>
    `This label was replaced and is no longer valid. Look for the new label of delivery ${number}.`,
  already_reversed: () =>
    "This entry was already reversed and cannot be reversed again. Look at the entry that reverses it.",
  not_reversible: () =>
    "This entry cannot be reversed by itself. Start from the step after it and correct backwards.",
  already_exists: ({ what }) => `${sentence(thing(what))} is already there. Please look for it in the list.`,
  more_than_left: ({ item, unit, wanted, left }) =>
    `${item || "This item"}: ${count(left)} ${unit} left, and you wrote ${count(wanted)} ${unit}. Lower the number.`,
  rate_limited: ({ minutes }) => `Too many tries. Please wait ${minutesLong(minutes)} and try again.`,
  wrong_password: () =>
    "The e-mail address or the password is wrong. Type them again; if you forgot the password, ask an administrator for a link to set a new one.",
  link_expired: () => "This link has expired or was already used. Ask whoever sent it to you for a new one.",
  last_administrator: () =>
    "This is the last administrator, so the access stays. Invite another administrator first.",
  unreadable_workbook: ({ detail }) =>
    `This file cannot be read${detail ? `: ${detail}` : ""}. Save it as .xlsx and send it again; the ledger is unchanged.`,
  already_imported: ({ at, fileName }) =>
    `These contents were already imported on ${at} (${fileName}) and were not recorded twice. To change them, correct the entries of that import.`,
  import_has_problems: ({ count: rows }) =>
    `${rows === 1 ? "1 row" : `${count(rows)} rows`} must be changed before anything is written. The ledger is unchanged.`,
  does_not_balance: ({ differenceFen }) =>
    `The books are off by ¥${yuan(differenceFen)}, so nothing is published yet. Ask the administrator to check them.`,
  database_unreachable: ({ reference }) =>
    `The ledger cannot be reached just now, so this was not saved. What you typed is still here: press again in a moment. Reference ${reference}`,
  unexpected: ({ reference }) =>
    `Not saved. What you typed is still here: press again, and if it still fails give the administrator this reference: ${reference}`,
} satisfies { [Code in DomainErrorCode]: (params: DomainErrorParams[Code]) => string };
