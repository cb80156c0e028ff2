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
  phoneEnd: "Last 4 digits of the site's telephone number",
  phoneEndHint: "Somebody guessed PINs of this delivery, so we ask once more",
  signature: "Sign on the screen (optional)",
  signatureHint: "Write in the box with a finger",
  signAgain: "Wipe and sign again",
  agree: "What you sign is this:",
  agreeCount: "What you changed is as you wrote it, the rest is all here.",
  allHere: "All here",
  notRight: "Not right, or damaged",
  part: "Some is still to come",
  notSigned: "Not signed yet",

  countTitle: "What is not right?",
  countHint: "Change only what is wrong; the rest counts as received.",
  partLabel: "Some is still to come, in another delivery",
  partHint: "When ticked, what you write as missing counts as not here yet.",
  sent: (quantity) => `Sent ${quantity}`,
  what: "What happened",
  kinds: {
    none: "All right",
    short: "Missing",
    damaged: "Damaged",
    extra: "Extra",
    wrong: "Wrong item",
  },
  kindHints: {
    short: "too few",
    damaged: "broken",
    extra: "too many",
    wrong: "not this",
  },
  wrongPacks: (pack) => `Whole ${pack} not right`,
  wrongLoose: (unit) => `and loose ${unit}`,
  wrongPieces: (unit) => `How many ${unit} are not right`,
  alsoDamaged: (unit) => `Of what came, how many ${unit} are broken (leave empty if none)`,
  remark: "Say more (optional)",
  takePhoto: "Take a photo",
  photoOf: (item) => `Photo of ${item}`,
  photoWanted:
    "Please take a photo of what is damaged or wrong. You cannot? Press “Send it” again, and it goes without a photo.",
  submitCount: "Send it",
  backToAll: "All is right after all, go back",

  signed: "Signed for",
  signedAll: (boxes) => `${plural(boxes, "box", "boxes")}, all here`,
  signedDiffers: "What is not right has been recorded",
  seen: "The sender and the donors can see it now.",
  photos: "Add a photo (optional)",
  photosHint: "Somebody checks it before it is published, and covers faces and door numbers.",
  photoFile: "Choose a photo",
  photoOfWhat: "It shows",
  photoOfAll: "All of it",
  photoSend: "Send this photo",
  mistake: "A mistake, or something found missing later",
  receiptFile: "Receipt (PDF)",
  askSender: (organization) => `Anything else: please ask ${organization}.`,
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
