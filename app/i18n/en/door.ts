import type { Dictionary } from "../dictionary.ts";
import type { door as source } from "../zh-CN/door.ts";
import { count } from "../numbers.ts";

const plural = (many: number | string, one: string, more: string) =>
  `${count(many)} ${String(many) === "1" ? one : more}`;

/** What a phone says at the door when it has no signal: kept here, sent later, carried by somebody else. */
export const door = {
  kept: "Saved on this phone, not sent yet",
  keptText: "There is no signal. You need not fill it in again.",
  keptSending: "The signal is poor; it is being sent. You need not fill it in again.",
  keptAll: "all here",
  keptCount: (lines) => `${plural(lines, "item", "items")} not right, the rest is here`,
  keptHint:
    "Open this page again when there is a signal, and it is sent by itself. Until then do not clear the browser's data.",
  waiting: (many, age) => `Saved on this phone, ${count(many)} not sent yet, the oldest ${age}`,
  photosWaiting: (many) => `${plural(many, "photo", "photos")} not sent yet`,
  refused: (many) => `${count(many)} to look at`,
  photo: "A photo was not taken in",
  send: "Send now",
  sendAll: (many) => `Send now (${count(many)})`,
  sending: "Sending",
  noSignal: "No signal. This is how it was when last opened.",
  now: "just now",
  minutes: (many) => `${count(many)} min ago`,
  hours: (many) => `${count(many)} h ago`,
  days: (many) => `${plural(many, "day", "days")} ago`,
  full: "This phone has no room left; it was not saved. What you typed is still here: delete some pictures and press again, or let the driver sign on theirs.",
  carry: "Afraid to forget it? Let the driver scan this",
  carryText: "The driver sends it for you once there is a signal; it counts the same.",
  carryCode: "The code for the driver",
  tooLongToCarry: "This one cannot be shown as a code. Save it as a file and send that to the driver.",
  file: "Save as a file",
  again: "Send it again",
  change: "Change it",
  drop: "Drop this one",
  whatWaits: "See what waits",

  blankTitle: "No signal, and this delivery was never opened here",
  blankText:
    "If everything came and the number is right, it can be kept on this phone and sent later. If not, wait for a signal.",
  keepIt: "Keep it: all here",

  carryTitle: "Send a signature for somebody",
  carryIntro: "Scan the code on the other phone, paste its text, or choose the file it saved. Then send it.",
  carryField: "The text from the other phone",
  carryFile: "Or the file it saved",
  carryCamera: "Scan with the camera",
  carrySend: "Send",
  carried: "Sent for them",
  carriedText: (number) => `Delivery ${number} is signed for. Their phone will learn of it by itself.`,
  carriedMany: (many) =>
    `${plural(many, "delivery", "deliveries")} signed for. Their phone will learn of it by itself.`,
  carriedNone: "Nothing was sent",
  carriedRefused: (many) => `${count(many)} could not be sent; please tell them:`,
  carryBroken: "The text or file is not complete. Scan it again, copy all of it, or have it saved once more.",
} satisfies Dictionary<typeof source>;
