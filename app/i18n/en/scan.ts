import { formatCode } from "#app/domain/code.ts";
import type { PlaceName } from "#app/domain/boxes/known.ts";
import type { ScanMode } from "#app/domain/boxes/scan-context.ts";
import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { scan as source } from "../zh-CN/scan.ts";

const standing = {
  dock: "the dock",
  staging: "the packing area",
  quarantine: "quarantine",
  gone: "another place",
} as const;
const place = (at: PlaceName): string => ("bin" in at ? at.bin : standing[at.standing]);
const boxes = (n: number): string => (n === 1 ? "1 box" : `${count(n)} boxes`);

const modes: Record<ScanMode, string> = {
  receive: "Receive",
  putAway: "Put away",
  pick: "Pick",
  load: "Load",
  count: "Count",
};

const nothing = () => "";

const says: Dictionary<(typeof source)["says"]> = {
  received: { title: ({ n }) => `Box ${count(n)}, received`, text: nothing },
  receivedUnknown: {
    title: ({ n }) => `Box ${count(n)}, received`,
    text: () => "Nobody knows yet what is in it; open and describe it later.",
  },
  putAway: {
    title: (p) => `Into ${place(p.place)}`,
    text: ({ boxes: n }) => (n > 1 ? `${boxes(n)} together.` : ""),
  },
  toQuarantine: { title: () => "Into quarantine", text: () => "It is held back and will not be sent." },
  nested: { title: () => "Onto the pallet", text: ({ pallet }) => `Pallet ${formatCode(pallet)}.` },
  picked: {
    title: () => "Right, take it",
    text: ({ left, unit }) =>
      left === "0" ? "That is all of this lot." : `${count(left)} ${unit} of this lot to go.`,
  },
  loaded: {
    title: ({ n, of }) => `Loaded, ${count(n)} / ${boxes(of)}`,
    text: ({ number }) => number,
  },
  counted: { title: ({ n }) => `Box ${count(n)} counted`, text: nothing },
  countedFromElsewhere: {
    title: ({ n }) => `Box ${count(n)} counted`,
    text: (p) => `The books have it in ${place(p.place)}. Counted here; put it away here afterwards.`,
  },
  countedUnknown: {
    title: ({ n }) => `Box ${count(n)} counted`,
    text: () => "Its contents are not described yet: a box, but no quantity.",
  },

  line: { title: ({ item }) => item, text: () => "All boxes from now on are this." },
  lineUnknown: { title: () => "Nobody knows what is in it", text: nothing },
  intoBin: { title: (p) => `Into ${place(p.place)}`, text: () => "Now scan the boxes that go there." },
  ontoPallet: {
    title: ({ pallet }) => `Pallet ${formatCode(pallet)}`,
    text: () => "Now scan the boxes that go on it.",
  },
  held: { title: ({ boxes: n }) => `${boxes(n)} in your hands`, text: () => "Scan a bin to put them there." },
  delivery: {
    title: ({ site }) => site,
    text: ({ number, township }) => `${number} · ${township}. Now scan boxes.`,
  },
  bin: { title: (p) => `Count ${place(p.place)}`, text: () => "Scan every box here, then press Counted." },
  lotLoose: { title: ({ item }) => item, text: () => "Type its loose pieces after you press Counted." },

  whatIsInIt: { title: () => "What is in it?", text: () => "Choose once; later boxes are counted alike." },
  moreThanLeft: {
    title: ({ left, unit }) => `Only ${count(left)} ${unit} wanted`,
    text: ({ holds, unit }) => `This box holds ${count(holds)} ${unit}: too many.`,
  },
  takePart: { title: ({ quantity, unit }) => `Take only ${count(quantity)} ${unit}`, text: nothing },
  takeNone: { title: () => "Put it back", text: nothing },
  expiredHere: {
    title: ({ on }) => `Expired on ${on}`,
    text: () => "It must not be shelved or sent. Put it into quarantine, to be written off.",
  },
  setApart: { title: () => "Put it into quarantine", text: nothing },
  leaveIt: { title: () => "Leave it", text: nothing },
  whatWithPallet: {
    title: () => "A pallet",
    text: ({ pallet, boxes: n }) => `${formatCode(pallet)}, ${boxes(n)} on it.`,
  },
  movePallet: { title: () => "Move all of it to a bin", text: nothing },
  fillPallet: { title: () => "Put boxes on it", text: nothing },
  countedBefore: {
    title: (p) => `${place(p.place)} has been counted`,
    text: () => "Counting again replaces the last count.",
  },
  countAgain: { title: () => "Count it again", text: nothing },

  justScanned: { title: () => "Just scanned", text: () => "Not counted twice." },
  receivedAlready: { title: () => "Received already", text: () => "Not counted twice. Take another box." },
  thereAlready: { title: () => "It is here already", text: (p) => `The books have it in ${place(p.place)}.` },
  pickedAlready: {
    title: () => "Picked already",
    text: ({ number }) => `It is in ${number}; not counted twice.`,
  },
  loadedAlready: {
    title: () => "Loaded already",
    text: ({ number }) => `It is in ${number}; not counted twice.`,
  },
  countedAlready: { title: () => "Counted already", text: () => "Not counted twice." },

  misread: {
    title: () => "The code was misread",
    text: () => "One or two characters are wrong. Scan again, or type it from the label.",
  },
  nothingRead: { title: () => "No code read", text: () => "Move closer, or switch the torch on." },
  otherSystem: {
    title: () => "Not our code",
    text: ({ host }) => `It belongs to ${host}. Look for our label on the box.`,
  },
  noLabel: { title: () => "Not our code", text: ({ text }) => `It reads “${text}”. Scan our label.` },
  badBarcode: {
    title: () => "The barcode was misread",
    text: () => "Its check digit is wrong. Wipe it and scan again.",
  },
  unknownCode: {
    title: () => "Unknown code",
    text: ({ host }) =>
      `It is not on this warehouse's list, perhaps another organization's${host ? ` (${host})` : ""}. For labels just printed, press Refresh the list and scan again.`,
  },
  otherResponse: {
    title: () => "Another emergency's box",
    text: ({ name }) => `It belongs to “${name}”. Set it aside and tell the warehouse keeper.`,
  },
  otherWarehouse: {
    title: () => "Another warehouse's box",
    text: ({ name }) => `The books have it in ${name}. Set it aside and tell the warehouse keeper.`,
  },
  revoked: {
    title: () => "This label was replaced",
    text: ({ by }) =>
      by
        ? `The new one is ${formatCode(by)}. Scan that.`
        : "It has no successor. Put a new label on the box.",
  },
  blankHere: {
    title: () => "A blank label",
    text: () => "It is on no box yet. Scan it under Receive to make it a box.",
  },
  deliveryLabel: { title: () => "A delivery's label", text: ({ number }) => `${number}. Scan a box here.` },
  binLabel: { title: (p) => `Bin ${place(p.place)}`, text: () => "Scan a box here." },
  lotLabel: { title: () => "A lot's label", text: ({ item }) => `${item}. Scan one box of it.` },
  chooseConsignment: {
    title: () => "Choose a consignment first",
    text: () => "Choose below, or press Not announced. This box was not counted.",
  },
  perBoxMissing: {
    title: () => "Say how many in a box",
    text: ({ item, unit }) => `${item}, ${unit} in each box. This box was not counted.`,
  },
  labelInUse: {
    title: () => "This label is in use",
    text: (p) => `It is on another box, in ${place(p.place)}. Take a blank label.`,
  },
  notBooked: {
    title: () => "Not in the books yet",
    text: () => "It was received but nobody has checked it. Have the consignment checked first.",
  },
  emptied: {
    title: () => "Empty by the books",
    text: () => "If something is in it, tell the warehouse keeper.",
  },
  inQuarantine: {
    title: () => "In quarantine, leave it",
    text: () => "Release it or write it off at the desk.",
  },
  withDelivery: {
    title: () => "Set aside for another",
    text: ({ number }) => `It is kept for ${number}. Put it back.`,
  },
  chooseDelivery: {
    title: () => "Choose a delivery first",
    text: () => "Scan a delivery's label, or choose below.",
  },
  unknownBox: {
    title: () => "Nobody knows what is in it",
    text: () => "It must be opened and described before it is sent. Put it back.",
  },
  expired: {
    title: () => "Expired, do not take it",
    text: ({ on }) => `It expired on ${on}. Scan it under Put away to set it apart.`,
  },
  restricted: {
    title: () => "Wrong box, put it back",
    text: ({ restriction, number, township }) =>
      `It is only for ${restriction}. ${number} goes to ${township}.`,
  },
  laterLot: {
    title: () => "Take what expires first",
    text: (p) =>
      `This one ${p.expiresOn ? `expires on ${p.expiresOn}` : "keeps"}. Put it back and take the lot of ${p.firstExpiresOn} in ${place(p.place)}.`,
  },
  otherLot: {
    title: () => "Wrong lot, put it back",
    text: (p) => `Another lot${p.lot ? ` (${p.lot})` : ""} was set aside, in ${place(p.place)}.`,
  },
  notWanted: {
    title: () => "Wrong box, put it back",
    text: ({ item, number }) => `${number} wants no ${item}.`,
  },
  otherPlace: {
    title: () => "Wrong place, put it back",
    text: (p) => `This box is from ${place(p.place)}. Take the one in ${place(p.wanted)}.`,
  },
  palletElsewhere: {
    title: () => "Not in the same place",
    text: (p) =>
      `The box is in ${place(p.place)}, the pallet in ${place(p.wanted)}. Bring them together first.`,
  },
  enough: {
    title: () => "Enough, put it back",
    text: ({ item, number }) => `${number} has all its ${item}.`,
  },
  mixed: {
    title: () => "More than one thing in it",
    text: () => "Only a part is wanted. Split the box at the desk first.",
  },
  palletHere: { title: () => "A pallet", text: () => "Scan the boxes on it, one by one." },
  otherDelivery: {
    title: () => "Not in this delivery",
    text: ({ number, site }) => `It is for ${number} to ${site}. Keep it off this vehicle.`,
  },
  notPicked: {
    title: () => "Not picked yet",
    text: ({ number }) => `It was not picked for ${number}. Scan it under Pick first.`,
  },
  pickedWhole: {
    title: () => "All picked",
    text: ({ number }) => `${number} can be loaded. Change to Load.`,
  },
  chooseBin: { title: () => "Scan a bin first", text: () => "Scan the shelf's label, or choose below." },
  notToCount: {
    title: (p) => `${place(p.place)} need not be counted`,
    text: () => "It is in no open count.",
  },
  beingPicked: {
    title: (p) => `${place(p.place)} is being picked`,
    text: ({ number }) => `${number} is not finished, so a count would be wrong. Count another bin first.`,
  },
  noSuchBarcode: {
    title: () => "Unknown barcode",
    text: ({ gtin }) =>
      `${gtin}. Choose what is in the box; the barcode can be added to the catalogue later.`,
  },
  notExpected: {
    title: () => "Not in this consignment",
    text: ({ item }) => `${item}. Add a line to the consignment, then scan.`,
  },
  lotDiffers: {
    title: () => "Another lot number",
    text: ({ scanned, announced }) =>
      `The box says ${scanned}, the paper ${announced}. Add a line to the consignment.`,
  },
  expiryDiffers: {
    title: () => "Another expiry date",
    text: ({ scanned, announced }) =>
      `The box says ${scanned}, the paper ${announced}. Add a line to the consignment.`,
  },
  barcodeHere: {
    title: () => "A maker's barcode",
    text: ({ item, mode }) => `${item}. Under ${modes[mode]}, scan the label we put on.`,
  },
};

/** The scan screen. */
export const scan = {
  title: "Scan",
  modes,
  modesLabel: "What you are doing",
  verbs: {
    "consignment.open": "Not announced goods",
    "box.receive": "Receive",
    "box.move": "Move",
    "box.nest": "Onto a pallet",
    "delivery.start-picking": "Begin picking",
    "box.pick": "Pick",
    "delivery.finish-picking": "Picking done",
    "box.load": "Load",
    "stocktake.count-bin": "Bin counted",
  },
  place,
  says,
  marks: { right: "Right", wrong: "Wrong", look: "Look" },

  back: "Back to the warehouse",
  chooseWarehouse: "In which warehouse?",
  noWarehouse: "There is no warehouse yet. Add one at the desk.",
  loading: "Fetching the warehouse's list…",
  noList: "The list did not arrive",
  noListHow: "The first time needs a connection. Find one and try again.",
  noStore: "This browser cannot keep anything",
  noStoreHow: "Without a connection, scans would be lost. Leave private browsing and open this page again.",
  tryAgain: "Try again",
  asOf: (time) => `List of ${time}`,
  refresh: "Refresh the list",
  refreshed: "The list is up to date",
  refreshFailed: "No connection; the list is unchanged",
  noScript: "Scanning needs script, which this browser does not run. These pages do the same:",
  noScriptLinks: {
    receive: "Consignments",
    putAway: "Put away",
    deliveries: "Deliveries",
    stocktakes: "Counts",
  },

  allSent: "All sent",
  waiting: (n) => `${count(n)} to send`,
  oldest: (time) => `oldest ${time}`,
  offline: "No connection; keep scanning",
  oldOffline: "Unsent for over a day; find a connection",
  signedOut: "Signed out; nothing is lost",
  signIn: "Sign in",
  unavailable: "The server is busy; it will be sent later",
  refusedCount: (n) => `${count(n)} to look at`,
  othersWaiting: (n) =>
    `${count(n)} scans of another person wait on this phone. They are sent when that person signs in.`,
  keptHere: "Saved on this phone; sent when there is a connection",
  nothingBooked: "Nothing was booked",
  full: "The phone is full; this was not kept",
  fullHow: "Delete some photos or apps, then scan again.",

  camera: {
    label: "Camera",
    aim: "Aim at the code on the box",
    aimBin: "Scan a bin, or a box first",
    aimInto: (into) => `Into ${into}: scan boxes`,
    aimDelivery: "Scan a delivery's label, or choose below",
    aimPick: (item, at) => `Take ${item}, ${at}`,
    aimLoad: (number) => `Load ${number}: scan boxes`,
    aimCount: (at) => `Bin ${at}: scan every box`,
    aimCountBin: "Scan a bin to count it",
    torchOn: "Switch the torch on",
    torchOff: "Switch the torch off",
    start: "Open the camera",
    starting: "Opening the camera…",
    pause: "Close the camera",
    refused: "The camera does not open",
    why: {
      denied: "It may not be used: permission was refused.",
      none: "This device has no camera.",
      busy: "Another program is using it.",
      insecure: "This address is not https, so the browser refuses the camera.",
    },
    how: [
      "Press ••• or the lock in the address bar",
      "Open Settings or Permissions and allow the camera",
      "Come back and press Try again",
    ],
    meanwhile: "In a hurry? These three work now",
    photo: "Take a photo of the code",
    wedge: "Use a handheld scanner",
    wedgeHow: "A connected scanner just works: scan, without pressing anything.",
  },

  typed: {
    open: "Type code",
    title: "Type the code on the label",
    hint: "9 characters; no I, L, O or U",
    field: "Code",
    keypad: "Letters and digits",
    back: "Delete",
    clear: "Clear",
    submit: "Enter",
    incomplete: (left) => `${count(left)} more`,
    bad: "One or two characters are wrong; compare with the label",
    isIt: "Is it this one?",
    yes: (mode) => `Yes, ${mode.toLowerCase()}`,
    close: "Stop typing",
    blank: "Blank label",
    bin: (name) => `Bin ${name}`,
    delivery: (number) => `Delivery ${number}`,
    unknown: "Contents not described",
    nobodys: "Not on the list",
  },

  choose: {
    consignment: "Which consignment?",
    consignmentNone: "Nothing is expected",
    unannounced: "Not announced, receive it",
    unannouncedName: "Not announced",
    boxes: (done, of) => (of === null ? `${boxes(done)} received` : `${count(done)} / ${boxes(of)} received`),
    lineLabel: "In it",
    lineNone: "Not chosen",
    unknown: "Nobody knows",
    perBox: (unit) => `Per box (${unit})`,
    delivery: "Which delivery to pick?",
    deliveryLoad: "Which delivery to load?",
    deliveryNone: "Nothing to pick",
    deliveryNoneLoad: "Nothing to load",
    picking: "Being picked",
    picked: "All picked",
    toPick: "To be picked",
    bin: "Which bin to count?",
    binNone: "No open count",
    binNoneHow: "Open one at the desk.",
    counted: "Counted",
    change: "Change",
    held: (n) => `${boxes(n)} in your hands; scan a bin`,
    into: (bin) => `Into ${bin}`,
    pallet: (code) => `Onto pallet ${formatCode(code)}`,
    loaded: (n, of) => `${count(n)} / ${boxes(of)} loaded`,
    none: "Choose, then scan",
  },

  progress: {
    consignment: (donor, expected) => (expected === null ? donor : `${donor} · ${boxes(expected)} expected`),
    atDock: (n) => (n === 0 ? "No boxes left at the dock" : `${boxes(n)} left at the dock`),
    next: (at) => `Next, from ${at}:`,
    first: "expires first",
    allPicked: "All taken",
    load: (number, site) => `${number} · ${site}`,
    bin: (at, books) => (books === null ? `Bin ${at}` : `Bin ${at} · ${boxes(books)} in the books`),
  },

  run: {
    label: "Just scanned",
    empty: "Nothing scanned yet",
    undo: "Undo",
    undoOf: (code) => `Undo ${formatCode(code)}`,
    undone: "undone",
    waiting: "to send",
    notBooked: "nothing was booked",
    notTwice: "not counted twice",
    lot: (lot) => `lot ${lot}`,
    expires: (on) => `expires ${on}`,
    unknown: "Contents not described",
    boxes,
  },

  done: {
    receive: "All received",
    putAway: "All put away",
    pick: "All picked",
    load: "All loaded",
    count: "Counted",
  },
  finish: {
    receiveTitle: "Is this what came?",
    known: "Contents known",
    unknown: "Contents unknown",
    total: "Total",
    expected: (n) => `${boxes(n)} expected`,
    counted: (counted, expected, unit) =>
      expected === null ? `${count(counted)} ${unit}` : `${count(counted)} / ${count(expected)} ${unit}`,
    receiveNext: "It comes into the books when a second person has checked it.",
    receiveOpen: "Open the consignment",
    receiveOk: "Yes, that is all",
    putAwayTitle: "Boxes left at the dock",
    putAwayLeft: (n) => `${boxes(n)} not put away.`,
    putAwayDone: "All put away",
    putAwayHeld: (n) => `${boxes(n)} in your hands went to no bin and stay where they were.`,
    pickTitle: "Not everything was scanned",
    pickAll: "All taken",
    pickLeft: (quantity, at) => `${quantity} to go, in ${at}`,
    pickBoxed: (n) => `${boxes(n)} with a label there: scan them`,
    pickLoose: "Press below once the loose, unlabelled goods are here too.",
    pickOk: "All here, picking is done",
    pickLeave: "Leave what is in boxes behind, picking is done",
    loadTitle: "Boxes not loaded",
    loadAll: "All loaded",
    loadLeft: (n) => `${boxes(n)} not loaded.`,
    loadNext: "The dispatcher sends it on the road from the delivery's page.",
    loadOpen: "Open the delivery",
    loadOk: "Done, next delivery",
    countTitle: (at) => `Counted in ${at}`,
    countLoose: (unit) => `Loose ${unit} besides`,
    countBoxes: boxes,
    countUnknown: (n) => `${boxes(n)} with undescribed contents, not in the quantities.`,
    countNothing: "No box was scanned: is this bin empty?",
    countHow: "Goods without a label: scan the label of their lot to add a line here.",
    countOk: "Counted, send it",
    countBad: "Whole numbers only",
    goBack: "Go on scanning",
  },

  list: {
    title: (n) => `${count(n)} to send`,
    none: "All sent",
    where: (time, minutes) =>
      `Saved on this phone, the oldest at ${time}, waiting ${count(minutes)} min. Lost if the browser's data are cleared.`,
    how: "How to send them",
    howText: "Walk to where there is a connection and open this page.",
    send: (n) => `Send ${count(n)} now`,
    sending: "Sending…",
    look: "Look",
    looking: (problem) => `Found when sending: ${problem}`,
    again: "Send again",
    drop: "Drop it",
    dropNote: "The books stand as they are; scan again if they are wrong.",
    close: "Back to scanning",
  },
} satisfies Dictionary<typeof source>;
