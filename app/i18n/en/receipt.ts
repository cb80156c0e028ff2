import type { Dictionary } from "../dictionary.ts";
import type { receipt as source } from "../zh-CN/receipt.ts";
import { count } from "../numbers.ts";

const plural = (many: number, one: string, more: string) => `${count(many)} ${many === 1 ? one : more}`;

/** The page behind a label's QR code, read in a doorway by somebody without an account. */
export const receipt = {
  title: "Sign for it",
  overline: "Donated supplies",
  number: "Delivery",
  from: (organization, warehouse) => `from ${organization}, ${warehouse}`,
  shouldCome: (boxes) => `${plural(boxes, "box", "boxes")} should be here`,
  packs: (packs, name) => `${packs} ${name}`,
  name: "Who signs",
  nameHint: "Your name",
  post: "What you are here (optional)",
  postHint: "For example committee secretary, volunteer. Public tables show this, never the name",
  pin: "4-digit PIN",
  pinHint: "The sender told you by telephone; it is not on the label",
  allHere: "All here",
  notRight: "Not right, or damaged",
  notSigned: "Not signed yet",

  countTitle: "What is not right?",
  countHint: "Change only what is wrong; the rest counts as received.",
  sent: (quantity) => `Sent ${quantity}`,
  goodPacks: (pack) => `Whole ${pack} in good state`,
  goodLoose: (unit) => `and loose ${unit}`,
  good: (unit) => `${unit} in good state`,
  damaged: (unit) => `${unit} damaged`,
  reason: "What happened",
  nothingWrong: "Nothing wrong",
  remark: "Say more",
  submitCount: "Send it",
  backToAll: "All is right after all, go back",

  signed: "Signed for",
  signedAll: (boxes) => `${plural(boxes, "box", "boxes")}, all here`,
  signedDiffers: "What is not right has been recorded",
  seen: "The sender and the donors can see it now.",
  mistake: (organization) => `A mistake, or something found missing later? Please call ${organization}.`,
  alreadySigned: "Already signed for",
  alreadySignedBy: (who, at) => [who, at].filter(Boolean).join(", "),
  recorded: "What was recorded",
  notTheSame:
    "No need to sign again. You see another quantity? Write it down for the sender; what was recorded stays.",
  seeDifferent: "What I see is different",
  reported: "Your count is on record",
  reportedText: (who) =>
    `${who || "Somebody else"} signed for this delivery. Your count differs; both are kept, and the sender will contact you.`,
  countAgain: (who) =>
    `${who || "Somebody else"} signed for this delivery, and that stays. If you count differently, write it here.`,
  sum: {
    sent: "Sent",
    short: "Missing",
    damaged: "Damaged",
    good: "Received",
    extra: (quantity) => `${quantity} extra, recorded as well`,
  },
  call: (hotline) => `Call ${hotline}`,

  planned: "This delivery has not left yet",
  plannedText: "You can sign once it is on the road. Please wait, or call the sender.",
  cancelled: "This delivery was cancelled",
  cancelledText: "Nothing to sign. You have the goods? Please call the sender.",
  locked: "The PIN is locked",
  lockedText: "Five wrong tries. Ask the sender for a new one, then open this page again.",
  replaced: "This label was replaced",
  replacedText: (number) =>
    `Scan the new label of delivery ${number}. If you cannot find it, call the sender.`,
  unknown: "No such code",
  unknownText: (code) =>
    `${code} was not found. Compare it with the label and type it again; if that fails, sign on paper and let the driver take a photo.`,
  misread: "The code is not complete",
  misreadText: (code) =>
    `One or two characters of ${code} are wrong. Compare it with the label: nine characters, no letters I, L, O or U.`,
  whoToCall: (organization) => `The sender is ${organization}`,

  typeTitle: "Type the code on the label",
  typeHint: "Nine characters, upper or lower case, hyphens may be left out",
  code: "Code",
  open: "Open this delivery",
} satisfies Dictionary<typeof source>;
