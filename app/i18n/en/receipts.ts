import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { receipts as source } from "../zh-CN/receipts.ts";

/** What was signed for at doors, as the desk reads it. The receiver's own page has the noun `receipt`. */
export const receipts = {
  signings: "Signings",
  nth: (n) => `No. ${count(n)}`,
  part: "A part",
  last: "The last",
  words: "The words agreed to",
  pdf: "Receipt, PDF",
  unprintable: (characters) =>
    `The PDF cannot draw ${characters}. Write the name with common characters, then open the receipt again.`,
  came: "Received",
  damaged: "Damaged",
  toCome: "Still to come",

  stranded: {
    title: "Receipts left in a phone",
    note: (open) => (open > 0 ? `${count(open)} to settle` : "All settled"),
    hint: "Kept in a phone without a signal, and not taken later. Nothing is booked. Please call and check, then write down what came of it.",
    open: "To settle",
    settled: "Settled",
    none: "Nothing to settle",
    noneHow: "A receipt that was kept in a phone and not taken later turns up here by itself.",
    nothingSettled: "Nothing settled yet",
    said: "What the signer wrote",
    part: "A part only",
    allHere: "All here",
    noName: "No name written",
    line: (item, good, damaged) =>
      [item, good && `${good} good`, damaged && `${damaged} damaged`].filter(Boolean).join(", "),
    otherLine: (n) => `Line ${n}`,
    why: "Why it was not taken",
    refusals: {
      wrong_pin: "The PIN was wrong",
      keys_wrong: "PIN and telephone were not both right",
      pin_locked: "The PIN was no longer taken",
      delivery_cancelled: "The delivery was cancelled",
      code_revoked: "The label was replaced",
      duties_apart: "Signed by whoever sent it",
      too_many_reports: "Five different counts were on record",
      parts_complete: "The parts were everything already",
      part_empty: "Nothing was written down as come",
      more_than_to_come: "More than was still to come",
      seal_broken: "Not what the phone had sealed",
      invalid: "Something in it was not right",
    } as Readonly<Record<string, string>>,
    otherRefusal: "It was not taken",
    keptSince: (at) => `By the phone's clock ${at}`,
    cameIn: (at) => `Sent in ${at}`,
    how: "What came of it",
    noteHint: "For example: called, 60 received, signed for again",
    settle: "Settled",
    done: "Written down.",
    settledBy: (who, at) => `${who}, ${at}`,
  },
} satisfies Dictionary<typeof source>;
